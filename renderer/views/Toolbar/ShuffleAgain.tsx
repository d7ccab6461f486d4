// Renderer: another order of the shuffled files. The one before is one step back.

import { Shuffle } from 'lucide-react';
import { useApp } from '../../state/app.js';
import { texts } from '../../texts.js';
import styles from './Toolbar.module.css';

export function ShuffleAgain() {
  const { view } = useApp();
  return (
    <button
      type="button"
      className={styles.sort}
      aria-label={texts.shuffleAgain}
      title={texts.shuffleAgain}
      onClick={() => view.shuffle(Math.random)}
      data-testid="shuffle-again"
    >
      <Shuffle size={16} strokeWidth={1.5} aria-hidden />
      <span>{texts.shuffleAgain}</span>
    </button>
  );
}
