// Renderer: asks before files go to the trash, and offers to bring them back.

import { useState } from 'react';
import { displayPath } from '../../../electron/shared/paths.js';
import { Confirm } from '../../components/Confirm.js';
import { useApp, type App } from '../../state/app.js';
import { idOfKey, rootOfKey } from '../../state/keys.js';
import { filesOf } from '../../state/marks.js';
import { texts } from '../../texts.js';

interface TrashDialogProps {
  readonly keys: Float64Array;
  readonly onClose: () => void;
}

export function TrashDialog({ keys, onClose }: TrashDialogProps) {
  const app = useApp();
  const [asked, setAsked] = useState(true);
  // As it was asked: the file is gone before the dialog is.
  const [title] = useState(() => titleOf(app, keys));
  const confirm = () => {
    setAsked(false);
    onClose();
    void trash(app, keys);
  };
  return (
    <Confirm
      open={asked}
      title={title}
      body={keys.length === 1 ? texts.trashOneBody : texts.trashBody}
      action={texts.trashAction}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}

/** Of one file with its name, so that a person sees that it is the one they mean. */
function titleOf({ library }: App, keys: Float64Array): string {
  const [key] = keys;
  const listing = key === undefined || keys.length > 1 ? undefined : library.listing(rootOfKey(key));
  const row = listing?.rowOf(idOfKey(key!)) ?? -1;
  return listing === undefined || row < 0
    ? texts.trashTitle(keys.length)
    : texts.trashOne(displayPath(listing.nameAt(row)));
}

async function trash(
  { dialogs, gallery, notices, selection, undo: steps }: App,
  keys: Float64Array,
): Promise<void> {
  try {
    const { done, failed, undo } = await notices.during(
      texts.trashing(keys.length),
      gallery.call('files.trash', [...filesOf(keys)]),
    );
    selection.clear();
    if (done > 0 && undo !== null) {
      steps.offer({
        message: texts.trashed(done),
        passing: false,
        back: () => restore({ dialogs, gallery, notices }, undo),
      });
    } else if (done > 0) notices.show(`${texts.trashed(done)} ${texts.trashedElsewhere}`);
    if (failed.length > 0)
      dialogs.set({ kind: 'failures', title: texts.trashFailed(failed.length), files: failed });
  } catch (error) {
    notices.report(error);
  }
}

async function restore(
  { dialogs, gallery, notices }: Pick<App, 'dialogs' | 'gallery' | 'notices'>,
  undo: number,
): Promise<void> {
  const { done, failed } = await notices.during(texts.restoring, gallery.call('files.restore', undo));
  if (done > 0) notices.show(texts.restored(done));
  if (failed.length > 0)
    dialogs.set({ kind: 'failures', title: texts.restoreFailed(failed.length), files: failed });
}
