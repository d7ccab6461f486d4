// Renderer: short sentences at the lower edge; announced, never in the way.

import { X } from 'lucide-react';
import { useApp } from '../state/app.js';
import { useStore } from '../state/store.js';
import { texts } from '../texts.js';
import { Button, IconButton } from './Button.js';
import styles from './NoticeList.module.css';

export function NoticeList() {
  const { notices } = useApp();
  const list = useStore(notices);
  return (
    <div className={styles.list} role="status" aria-live="polite">
      {list.map(({ id, message, action }) => (
        <div key={id} className={styles.notice} data-testid="notice">
          <span className={styles.words}>{message}</span>
          {action !== null && (
            <Button
              onClick={() => {
                notices.dismiss(id);
                action.run();
              }}
              data-testid="notice-action"
            >
              {action.label}
            </Button>
          )}
          <IconButton label={texts.dismiss} tooltipSide="top" onClick={() => notices.dismiss(id)}>
            <X size={16} strokeWidth={1.5} aria-hidden />
          </IconButton>
        </div>
      ))}
    </div>
  );
}
