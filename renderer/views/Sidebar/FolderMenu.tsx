// Renderer: what one can do with a folder in the sidebar.

import { Menu } from '@base-ui/react/menu';
import { EllipsisVertical, EyeOff, FolderMinus, FolderPlus, RefreshCw } from 'lucide-react';
import type { RootInfo } from '../../../electron/shared/contract.js';
import { hideFolder } from '../../commands/marking.js';
import { useApp } from '../../state/app.js';
import { useActions } from '../../state/useActions.js';
import { texts } from '../../texts.js';
import popup from '../../components/Popup.module.css';
import styles from './Sidebar.module.css';

interface FolderMenuProps {
  readonly root: RootInfo;
  /** Relative path; '' is the chosen folder itself. */
  readonly path: string;
  /** For a person. */
  readonly name: string;
  readonly onRemove: () => void;
}

export function FolderMenu({ root, path, name, onRemove }: FolderMenuProps) {
  const app = useApp();
  const actions = useActions();
  const isRoot = path === '';
  const check = () => (isRoot ? actions.refreshRoot(root.id) : actions.refreshFolder(root.id, path));
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
          aria-label={texts.folderActions(name)}
          data-testid="folder-menu"
        >
          <EllipsisVertical size={16} strokeWidth={1.5} aria-hidden />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner className={popup.positioner} side="bottom" align="end" sideOffset={2}>
            <Menu.Popup className={popup.menu}>
              <Menu.Item className={popup.item} onClick={check} data-testid="check-folder">
                <RefreshCw size={16} strokeWidth={1.5} aria-hidden />
                {texts.checkNow}
              </Menu.Item>
              {!isRoot && (
                <Menu.Item
                  className={popup.item}
                  onClick={() => hideFolder(app, root.id, path)}
                  data-testid="hide-folder"
                >
                  <EyeOff size={16} strokeWidth={1.5} aria-hidden />
                  {texts.commands.hideFolder}
                </Menu.Item>
              )}
              {isRoot && root.visited && (
                <Menu.Item
                  className={popup.item}
                  onClick={() => actions.keepRoot(root.id)}
                  data-testid="keep-folder"
                >
                  <FolderPlus size={16} strokeWidth={1.5} aria-hidden />
                  {texts.keepFolder}
                </Menu.Item>
              )}
              {isRoot && (
                <Menu.Item className={popup.item} data-danger onClick={onRemove} data-testid="remove-folder">
                  <FolderMinus size={16} strokeWidth={1.5} aria-hidden />
                  {texts.removeFolder}
                </Menu.Item>
              )}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </span>
  );
}
