// Renderer: offers to put the pictures in order when their dates were read after somebody had begun with them: no tile moves by itself then.

import { CalendarClock } from 'lucide-react';
import { useApp } from '../../state/app.js';
import { useStore } from '../../state/store.js';
import { texts } from '../../texts.js';
import styles from './Toolbar.module.css';

export function Reorder() {
  const { commands, items } = useApp();
  if (!useStore(items.outdated)) return null;
  return (
    <button
      type="button"
      className={styles.reorder}
      aria-label={texts.commands.reorder}
      title={texts.reorderMore}
      onClick={() => commands.run('reorder')}
      data-testid="reorder"
    >
      <CalendarClock size={16} strokeWidth={1.5} aria-hidden />
      <span>{texts.commands.reorder}</span>
    </button>
  );
}
