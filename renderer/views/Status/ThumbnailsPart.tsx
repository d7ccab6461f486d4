// Renderer: how far thumbnails are, in the status line; behind it how much space they take, and a way to have it back.

import { useState } from 'react';
import { Popover } from '@base-ui/react/popover';
import { Pause, Play } from 'lucide-react';
import { shortcut } from '../../commands/table.js';
import { Button, IconButton } from '../../components/Button.js';
import popup from '../../components/Popup.module.css';
import { useApp } from '../../state/app.js';
import { useStore } from '../../state/store.js';
import { texts } from '../../texts.js';
import { ClearThumbnails } from './ClearThumbnails.js';
import styles from './StatusLine.module.css';

export function ThumbnailsPart() {
  const { commands, thumbnailStatus } = useApp();
  const status = useStore(thumbnailStatus);
  const [open, setOpen] = useState(false);
  const [clearing, setClearing] = useState(false);
  const { done, total, failed, paused, workers, bytes, cap } = status;
  // With workers switched off there is no more to come.
  const complete = workers === 0 || done + failed >= total;
  return (
    <span
      className={`${styles.part} ${styles.narrowing}`}
      data-complete={complete}
      data-testid="thumbnails-part"
    >
      {!complete && (
        <progress className={styles.progress} value={done + failed} max={total} aria-hidden tabIndex={-1} />
      )}
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger className={styles.thumbnails} data-testid="thumbnails-button">
          {texts.statusThumbnails(status)}
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Positioner className={popup.positioner} side="top" align="start" sideOffset={8}>
            <Popover.Popup className={styles.storage} data-testid="storage">
              <Popover.Title className={popup.title}>{texts.thumbnails}</Popover.Title>
              <Popover.Description className={styles.words}>
                {texts.thumbnailsAbout(status)}
              </Popover.Description>
              <meter
                className={styles.meter}
                value={bytes}
                max={cap}
                aria-label={texts.storageUsed(bytes, cap)}
              />
              <div className={styles.used}>
                <span>{texts.storageUsed(bytes, cap)}</span>
                <Button
                  disabled={bytes === 0}
                  data-testid="clear-thumbnails"
                  onClick={() => {
                    setOpen(false);
                    setClearing(true);
                  }}
                >
                  {texts.clearEllipsis}
                </Button>
              </div>
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
      {!complete && (
        <IconButton
          label={paused ? texts.resumeThumbnails : texts.pauseThumbnails}
          className={styles.pause}
          tooltipSide="top"
          shortcut={shortcut('pauseThumbnails')}
          onClick={() => commands.run('pauseThumbnails')}
        >
          {paused ? (
            <Play size={16} strokeWidth={1.5} aria-hidden />
          ) : (
            <Pause size={16} strokeWidth={1.5} aria-hidden />
          )}
        </IconButton>
      )}
      <ClearThumbnails open={clearing} onClose={() => setClearing(false)} />
    </span>
  );
}
