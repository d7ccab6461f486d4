// Renderer: what one can do with a chosen folder.

import { Menu } from '@base-ui/react/menu';
import { EllipsisVertical, FolderMinus, RefreshCw } from 'lucide-react';
import type { RootInfo } from '../../../electron/shared/contract.js';
import { useActions } from '../../state/useActions.js';
import { texts } from '../../texts.js';
import popup from '../../components/Popup.module.css';
import styles from './Sidebar.module.css';

interface RootMenuProps {
  readonly root: RootInfo;
  readonly onRemove: () => void;
}

export function RootMenu({ root, onRemove }: RootMenuProps) {
  const actions = useActions();
  return (
    // What happens in the menu is no click on the row below it.
    <span
      className={styles.menu}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <Menu.Root>
        <Menu.Trigger
          className={styles.menuButton}
          aria-label={texts.folderActions(root.name)}
          data-testid="folder-menu"
        >
          <EllipsisVertical size={16} strokeWidth={1.5} aria-hidden />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner className={popup.positioner} side="bottom" align="end" sideOffset={2}>
            <Menu.Popup className={popup.menu}>
              <Menu.Item className={popup.item} onClick={() => actions.refreshRoot(root.id)}>
                <RefreshCw size={16} strokeWidth={1.5} aria-hidden />
                {texts.checkNow}
              </Menu.Item>
              <Menu.Item className={popup.item} data-danger onClick={onRemove} data-testid="remove-folder">
                <FolderMinus size={16} strokeWidth={1.5} aria-hidden />
                {texts.removeFolder}
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </span>
  );
}
