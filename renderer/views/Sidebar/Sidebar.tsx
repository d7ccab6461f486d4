// Renderer: the ways into the library: everything, and the folders the user chose.

import { FolderPlus, Images } from 'lucide-react';
import { useApp } from '../../state/app.js';
import { useSelected } from '../../state/store.js';
import { useActions } from '../../state/useActions.js';
import { ALL } from '../../state/view.js';
import { formatNumber } from '../../format.js';
import { keysFor } from '../../shortcuts.js';
import { texts } from '../../texts.js';
import { FolderTree } from './FolderTree.js';
import styles from './Sidebar.module.css';

export function Sidebar({ onOpen }: { readonly onOpen: () => void }) {
  const { view, items } = useApp();
  const actions = useActions();
  const all = useSelected(view, ({ place }) => place.kind === 'all');
  const count = useSelected(items, ({ totals }) => totals.photos + totals.videos);
  return (
    <nav className={styles.sidebar} aria-label={texts.sidebar} data-testid="sidebar">
      <button
        type="button"
        className={styles.all}
        aria-current={all ? 'page' : undefined}
        data-testid="all-media"
        onClick={() => {
          view.open(ALL);
          onOpen();
        }}
      >
        <Images size={16} strokeWidth={1.5} aria-hidden />
        <span className={styles.name}>{texts.allMedia}</span>
        <span className={styles.count}>{formatNumber(count)}</span>
      </button>
      <h2 className={styles.heading}>{texts.folders}</h2>
      <FolderTree onOpen={onOpen} />
      <button type="button" className={styles.add} onClick={actions.chooseFolders} data-testid="add-folder">
        <FolderPlus size={16} strokeWidth={1.5} aria-hidden />
        <span className={styles.name}>{texts.addFolder}</span>
        <kbd className={styles.keys}>{keysFor('choose')}</kbd>
      </button>
    </nav>
  );
}
