// Renderer: a panel that comes in from the left over the pictures.

import type { ReactNode } from 'react';
import { Dialog } from '@base-ui/react/dialog';
import { texts } from '../../texts.js';
import popup from '../../components/Popup.module.css';
import styles from './Browse.module.css';

interface DrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Drawer({ open, onClose, children }: DrawerProps) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={popup.backdrop} />
        <Dialog.Popup className={styles.drawer} aria-label={texts.sidebar} data-testid="drawer">
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
