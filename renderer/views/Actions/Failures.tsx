// Renderer: what could not be done, file by file, and trying it again.

import { Dialog } from '@base-ui/react/dialog';
import { Button } from '../../components/Button.js';
import popup from '../../components/Popup.module.css';
import { useApp } from '../../state/app.js';
import type { FailuresDialog } from '../../state/dialogs.js';
import { said, texts } from '../../texts.js';
import styles from './Actions.module.css';

/** More lines help nobody, and would take long to draw. */
const MOST = 200;

export function Failures({ title, files, again }: FailuresDialog) {
  const { dialogs } = useApp();
  const retry = () => {
    // Before: what fails once more opens it anew.
    dialogs.set(null);
    again?.();
  };
  return (
    <>
      <Dialog.Title className={popup.title}>{title}</Dialog.Title>
      <ul className={styles.failures}>
        {files.slice(0, MOST).map(({ path, message }, index) => (
          <li key={index}>
            {path !== '' && <strong>{path}</strong>}
            <span>{said(message)}</span>
          </li>
        ))}
        {files.length > MOST && <li>{texts.andMore(files.length - MOST)}</li>}
      </ul>
      <div className={popup.actions}>
        <Dialog.Close render={<Button />}>{texts.close}</Dialog.Close>
        {again !== null && (
          <Button look="primary" onClick={retry} data-first data-testid="failures-again">
            {texts.tryAgain}
          </Button>
        )}
      </div>
    </>
  );
}
