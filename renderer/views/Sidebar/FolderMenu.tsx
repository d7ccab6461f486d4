// Renderer: what one can do with a folder in the sidebar.

import { memo } from 'react';
import { Menu } from '@base-ui/react/menu';
import { EllipsisVertical } from 'lucide-react';
import type { RootId } from '../../../electron/shared/contract.js';
import { texts } from '../../texts.js';
import popup from '../../components/Popup.module.css';
import { FolderItems } from '../Actions/FolderItems.js';
import styles from './Sidebar.module.css';

interface FolderMenuProps {
  readonly root: RootId;
  /** Relative path; '' is the chosen folder itself. */
  readonly path: string;
  /** For a person. */
  readonly name: string;
}

/** Costs more than the row it stands in, which is told of every file that is read. */
export const FolderMenu = memo(function FolderMenu({ root, path, name }: FolderMenuProps) {
  return (
    // What happens in the menu is no click on the row below it.
    <span className={styles.menu} onClick={(event) => event.stopPropagation()}>
      <Menu.Root>
        <Menu.Trigger
          className={styles.menuButton}
          aria-label={texts.folderActions(name)}
          data-testid="folder-menu"
        >
          <EllipsisVertical size={16} strokeWidth={1.5} aria-hidden />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner className={popup.positioner} side="bottom" align="end" sideOffset={2}>
            <Menu.Popup className={popup.menu}>
              <FolderItems folder={{ root, path }} />
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </span>
  );
});
