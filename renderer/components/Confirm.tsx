// Renderer: asks once more before something is done.

import { AlertDialog } from '@base-ui/react/alert-dialog';
import { texts } from '../texts.js';
import { Button } from './Button.js';
import styles from './Popup.module.css';

interface ConfirmProps {
  readonly open: boolean;
  readonly title: string;
  readonly body: string;
  /** What the confirming button says. */
  readonly action: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

export function Confirm({ open, title, body, action, onConfirm, onClose }: ConfirmProps) {
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={styles.backdrop} />
        <AlertDialog.Popup className={styles.dialog} data-testid="confirm">
          <AlertDialog.Title className={styles.title}>{title}</AlertDialog.Title>
          <AlertDialog.Description className={styles.body}>{body}</AlertDialog.Description>
          <div className={styles.actions}>
            <AlertDialog.Close render={<Button />}>{texts.cancel}</AlertDialog.Close>
            <Button look="danger" onClick={onConfirm} data-testid="confirm-action">
              {action}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
