// Renderer: asks before files go to the trash.

import { useState } from 'react';
import { displayPath } from '../../../electron/shared/paths.js';
import { trashFiles } from '../../commands/trashing.js';
import { Confirm } from '../../components/Confirm.js';
import { useApp, type App } from '../../state/app.js';
import { idOfKey, rootOfKey } from '../../state/keys.js';
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
    void trashFiles(app, keys);
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
