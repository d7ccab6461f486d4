// Renderer: one photo or video, as large as the window, with the others one key away.

import { useRef, useState } from 'react';
import { Dialog } from '@base-ui/react/dialog';
import { useApp } from '../../state/app.js';
import { useSelected } from '../../state/store.js';
import { Pictures } from './pictures.js';
import { useSubject } from './useSubject.js';
import { ViewerContent } from './ViewerContent.js';
import styles from './Viewer.module.css';

export function Viewer() {
  const { view } = useApp();
  const item = useSelected(view, (now) => now.item);
  const popup = useRef<HTMLDivElement>(null);
  const [pictures] = useState(() => new Pictures());
  const subject = useSubject(item);
  return (
    <Dialog.Root open={item !== null} onOpenChange={(open) => !open && view.change({ item: null })}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.ground} />
        <Dialog.Popup
          ref={popup}
          className={styles.viewer}
          initialFocus={popup}
          // The grid gives the focus to the tile of the last item itself.
          finalFocus={false}
          data-testid="viewer"
          data-name={subject?.name}
        >
          {subject !== null && <ViewerContent subject={subject} pictures={pictures} popup={popup} />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
