// Renderer: the dialogs that commands open.

import { useRef, useState } from 'react';
import { Dialog } from '@base-ui/react/dialog';
import popup from '../../components/Popup.module.css';
import { useApp } from '../../state/app.js';
import type { OpenDialog } from '../../state/dialogs.js';
import { useStore } from '../../state/store.js';
import { ClearThumbnails } from '../Status/ClearThumbnails.js';
import { Failures } from './Failures.js';
import { Licences } from './Licences.js';
import { RemoveDialog } from './RemoveDialog.js';
import { Shortcuts } from './Shortcuts.js';
import { Tags } from './Tags.js';
import { TrashDialog } from './TrashDialog.js';

/** Of those that are not as small as a question. */
const SIZES: Partial<Record<OpenDialog['kind'], string>> = { shortcuts: 'wide', licences: 'tall' };

/** Those have a look and an answer of their own. */
const isQuestion = ({ kind }: OpenDialog): boolean =>
  kind === 'trash' || kind === 'remove' || kind === 'clear';

export function Dialogs() {
  const { dialogs } = useApp();
  const open = useStore(dialogs);
  // Kept while it fades: what it shows must not be gone before it is.
  const [last, setLast] = useState(open);
  if (open !== null && open !== last) setLast(open);
  const shown = open ?? last;
  const dialog = useRef<HTMLDivElement>(null);
  const close = () => dialogs.set(null);
  if (open?.kind === 'trash') return <TrashDialog keys={open.keys} onClose={close} />;
  if (open?.kind === 'clear') return <ClearThumbnails open onClose={close} />;
  if (open?.kind === 'remove') return <RemoveDialog root={open.root} onClose={close} />;
  return (
    <Dialog.Root open={open !== null} onOpenChange={(next) => !next && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={popup.backdrop} />
        {shown !== null && !isQuestion(shown) && (
          <Dialog.Popup
            ref={dialog}
            // Where there is something to type or to scroll, the keys are there at once.
            initialFocus={() => dialog.current?.querySelector<HTMLElement>('[data-first]') ?? true}
            className={popup.dialog}
            data-size={SIZES[shown.kind]}
            data-testid={`dialog-${shown.kind}`}
          >
            <Content open={shown} />
          </Dialog.Popup>
        )}
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Content({ open }: { readonly open: OpenDialog }) {
  switch (open.kind) {
    case 'tags':
      return <Tags keys={open.keys} />;
    case 'shortcuts':
      return <Shortcuts />;
    case 'licences':
      return <Licences />;
    case 'failures':
      return <Failures {...open} />;
    case 'trash':
    case 'remove':
    case 'clear':
      return null;
  }
}
