// Renderer: what one can do with a folder, as lines of a menu.

import { Menu } from '@base-ui/react/menu';
import { Eye, EyeOff, FolderMinus, FolderPlus, RefreshCw } from 'lucide-react';
import { canWith, runWith, type Folder } from '../../commands/folder-commands.js';
import { commandName, shortcut } from '../../commands/table.js';
import popup from '../../components/Popup.module.css';
import { useApp } from '../../state/app.js';
import styles from './Actions.module.css';

const ITEMS = [
  { id: 'checkFolder', name: 'check-folder', Icon: RefreshCw },
  { id: 'hideFolder', name: 'hide-folder', Icon: EyeOff },
  { id: 'showFolder', name: 'show-folder-again', Icon: Eye },
  { id: 'keepFolder', name: 'keep-folder', Icon: FolderPlus },
  { id: 'removeFolder', name: 'remove-folder', Icon: FolderMinus },
] as const;

/** Only what makes sense for it: another folder has other lines. */
export function FolderItems({ folder }: { readonly folder: Folder }) {
  const app = useApp();
  return ITEMS.filter(({ id }) => canWith(app, id, folder)).map(({ id, name, Icon }) => (
    <Menu.Item
      key={id}
      className={popup.item}
      data-danger={id === 'removeFolder'}
      data-command={id}
      data-testid={name}
      onClick={() => runWith(app, id, folder)}
    >
      <Icon size={16} strokeWidth={1.5} aria-hidden />
      {commandName(id)}
      <kbd className={styles.shortcut}>{shortcut(id)}</kbd>
    </Menu.Item>
  ));
}
