// Renderer: short sentences at the lower edge; announced, never in the way.

import type { MouseEvent } from 'react';
import { createPortal } from 'react-dom';
import { X } from 'lucide-react';
import { useApp } from '../state/app.js';
import { useSelected, useStore } from '../state/store.js';
import { texts } from '../texts.js';
import { Button, IconButton } from './Button.js';
import styles from './NoticeList.module.css';

/** By mouse the keys stay where they are: with the tile, or with the picture in the viewer. */
const keepFocus = (event: MouseEvent): void => event.preventDefault();

export function NoticeList() {
  const { notices, view } = useApp();
  const viewing = useSelected(view, ({ item }) => item !== null);
  const list = useStore(notices);
  // Beside the viewer and the dialogs, which would cover it: what they say is said while they are open.
  return createPortal(
    <div className={styles.list} data-viewing={viewing} role="status" aria-live="polite">
      {list.map(({ id, message, action }) => (
        <div key={id} className={styles.notice} data-testid="notice">
          <span className={styles.words}>{message}</span>
          {action !== null && (
            <Button
              onMouseDown={keepFocus}
              onClick={() => {
                notices.dismiss(id);
                action.run();
              }}
              data-testid="notice-action"
            >
              {action.label}
            </Button>
          )}
          <IconButton
            label={texts.dismiss}
            tooltipSide="top"
            onMouseDown={keepFocus}
            onClick={() => notices.dismiss(id)}
          >
            <X size={16} strokeWidth={1.5} aria-hidden />
          </IconButton>
        </div>
      ))}
    </div>,
    document.body,
  );
}
