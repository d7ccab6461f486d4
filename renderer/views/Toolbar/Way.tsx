// Renderer: back and forward through the places that were open.

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { IconButton } from '../../components/Button.js';
import { useApp } from '../../state/app.js';
import { useStore } from '../../state/store.js';
import { texts } from '../../texts.js';
import { shortcut } from '../../commands/table.js';
import styles from './Toolbar.module.css';

export function Way() {
  const { commands, journey } = useApp();
  const { back, forward } = useStore(journey);
  return (
    <div className={styles.way}>
      <IconButton
        label={texts.goBack}
        shortcut={shortcut('goBack')}
        disabled={!back}
        onClick={() => commands.run('goBack')}
        data-testid="go-back"
      >
        <ChevronLeft size={20} strokeWidth={1.5} aria-hidden />
      </IconButton>
      <IconButton
        label={texts.goForward}
        shortcut={shortcut('goForward')}
        disabled={!forward}
        onClick={() => commands.run('goForward')}
        data-testid="go-forward"
      >
        <ChevronRight size={20} strokeWidth={1.5} aria-hidden />
      </IconButton>
    </div>
  );
}
