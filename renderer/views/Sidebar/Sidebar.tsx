// Renderer: the ways into the library: its places, and the folders the user chose.

import { ChevronsLeft, FolderPlus, Settings2 } from 'lucide-react';
import { IconButton } from '../../components/Button.js';
import { useApp } from '../../state/app.js';
import { useActions } from '../../state/useActions.js';
import { shortcut } from '../../commands/table.js';
import { texts } from '../../texts.js';
import { FolderTree } from './FolderTree.js';
import { HiddenFolders } from './HiddenFolders.js';
import { PlaceList } from './PlaceList.js';
import styles from './Sidebar.module.css';

interface SidebarProps {
  readonly onOpen: () => void;
  /** Whether it can become a row of icons. */
  readonly foldable?: boolean;
}

export function Sidebar({ onOpen, foldable = false }: SidebarProps) {
  const { commands, view } = useApp();
  const actions = useActions();
  return (
    <nav className={styles.sidebar} aria-label={texts.sidebar} data-testid="sidebar">
      <PlaceList folded={false} onOpen={onOpen} />
      <h2 className={styles.heading}>{texts.folders}</h2>
      <FolderTree onOpen={onOpen} />
      <HiddenFolders onOpen={onOpen} />
      <div className={styles.foot}>
        <button
          type="button"
          className={styles.add}
          title={shortcut('chooseFolder')}
          onClick={actions.chooseFolders}
          data-testid="add-folder"
        >
          <FolderPlus size={16} strokeWidth={1.5} aria-hidden />
          <span className={styles.name}>{texts.addFolder}</span>
        </button>
        <IconButton
          label={texts.settings}
          shortcut={shortcut('settings')}
          tooltipSide="top"
          onClick={() => view.change({ settings: true })}
          data-testid="open-settings"
        >
          <Settings2 size={16} strokeWidth={1.5} aria-hidden />
        </IconButton>
        {foldable && (
          <IconButton
            label={texts.commands.foldSidebar}
            shortcut={shortcut('foldSidebar')}
            tooltipSide="top"
            onClick={() => commands.run('foldSidebar')}
            data-testid="fold-sidebar"
          >
            <ChevronsLeft size={16} strokeWidth={1.5} aria-hidden />
          </IconButton>
        )}
      </div>
    </nav>
  );
}
