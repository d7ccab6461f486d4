// Renderer: says over what stands for it that a picture is still coming, once that takes a while.

import { texts } from '../../texts.js';
import styles from './Stage.module.css';

/** Not read out: who cannot see it hears from the stage that it is busy. */
export function Waiting() {
  return (
    <p className={styles.waiting} aria-hidden data-testid="viewer-waiting">
      {texts.pictureComing}
    </p>
  );
}
