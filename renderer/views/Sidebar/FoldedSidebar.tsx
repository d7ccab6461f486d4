// Renderer: the sidebar as a narrow row of icons: all places, and the chosen folders.

import { ChevronsRight, CloudOff, Folder } from 'lucide-react';
import { shortcut } from '../../commands/table.js';
import { IconButton } from '../../components/Button.js';
import { useApp } from '../../state/app.js';
import { useSelected, useStore } from '../../state/store.js';
import { folderOf } from '../../state/places.js';
import { displayPath } from '../../../electron/shared/paths.js';
import { texts } from '../../texts.js';
import { PlaceList } from './PlaceList.js';
import styles from './Sidebar.module.css';

export function FoldedSidebar() {
  const { commands, view, roots } = useApp();
  const list = useStore(roots);
  const here = useSelected(view, ({ place }) => folderOf(place)?.root ?? null);
  return (
    <nav className={styles.folded} aria-label={texts.sidebar} data-testid="sidebar-folded">
      <PlaceList folded onOpen={() => undefined} />
      <ul className={styles.foldedRoots}>
        {list.map(({ id, name, state }) => {
          const offline = state === 'offline';
          const Icon = offline ? CloudOff : Folder;
          return (
            <li key={id}>
              <IconButton
                label={texts.rootIcon(displayPath(name), offline)}
                tooltipSide="right"
                className={styles.foldedPlace}
                aria-current={here === id ? 'page' : undefined}
                onClick={() => view.open({ kind: 'folder', root: id, path: '' })}
                data-testid="folded-root"
              >
                <Icon size={16} strokeWidth={1.5} aria-hidden />
              </IconButton>
            </li>
          );
        })}
      </ul>
      <IconButton
        label={texts.unfoldSidebar}
        shortcut={shortcut('foldSidebar')}
        tooltipSide="right"
        className={styles.foldedPlace}
        onClick={() => commands.run('foldSidebar')}
        data-testid="unfold-sidebar"
      >
        <ChevronsRight size={16} strokeWidth={1.5} aria-hidden />
      </IconButton>
    </nav>
  );
}
