// Renderer: says that a file cannot be shown here and why, and offers what can.

import { Button } from '../../components/Button.js';
import type { ItemKey } from '../../state/keys.js';
import { useActions } from '../../state/useActions.js';
import { texts } from '../../texts.js';
import { useAway } from './useAway.js';
import styles from './Stage.module.css';

interface UnshowableProps {
  readonly item: ItemKey;
  readonly title: string;
  readonly more: string;
  readonly action: string;
}

export function Unshowable({ item, title, more, action }: UnshowableProps) {
  const actions = useActions();
  const away = useAway(item);
  return (
    <div className={styles.unshowable} role="status" data-testid="viewer-unshowable">
      <p className={styles.unshowableTitle}>{title}</p>
      <p>{away === null ? more : texts.rootOffline(away)}</p>
      {/* No other program reaches the file either. */}
      {away === null && (
        <Button
          look="primary"
          className={styles.unshowableAction}
          onClick={() => actions.openExternally(item)}
          data-testid="open-externally"
        >
          {action}
        </Button>
      )}
    </div>
  );
}
