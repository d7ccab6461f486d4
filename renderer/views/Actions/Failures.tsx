// Renderer: what could not be done, file by file.

import { Dialog } from '@base-ui/react/dialog';
import type { FailedFile } from '../../../electron/shared/files.js';
import { Button } from '../../components/Button.js';
import popup from '../../components/Popup.module.css';
import { said, texts } from '../../texts.js';
import styles from './Actions.module.css';

/** More lines help nobody, and would take long to draw. */
const MOST = 200;

export function Failures({
  title,
  files,
}: {
  readonly title: string;
  readonly files: readonly FailedFile[];
}) {
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
      </div>
    </>
  );
}
