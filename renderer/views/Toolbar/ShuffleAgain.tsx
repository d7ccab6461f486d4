// Renderer: another order of the shuffled files. The one before is one step back.

import { Shuffle } from 'lucide-react';
import { shortcut } from '../../commands/table.js';
import { useApp } from '../../state/app.js';
import { texts } from '../../texts.js';
import styles from './Toolbar.module.css';

export function ShuffleAgain() {
  const { commands } = useApp();
  return (
    <button
      type="button"
      className={styles.sort}
      aria-label={texts.commands.shuffleAgain}
      title={`${texts.commands.shuffleAgain} (${shortcut('shuffleAgain')})`}
      onClick={() => commands.run('shuffleAgain')}
      data-testid="shuffle-again"
    >
      <Shuffle size={16} strokeWidth={1.5} aria-hidden />
      <span>{texts.commands.shuffleAgain}</span>
    </button>
  );
}
