// Renderer: what one can do with a folder, as lines of a menu.

import { Fragment } from 'react';
import { Menu } from '@base-ui/react/menu';
import {
  ClipboardList,
  Eye,
  EyeOff,
  Folder as FolderIcon,
  FolderMinus,
  FolderOpen,
  FolderPlus,
  RefreshCw,
} from 'lucide-react';
import { canWith, runWith, type Folder } from '../../commands/folder-commands.js';
import { commandName, shortcut } from '../../commands/table.js';
import popup from '../../components/Popup.module.css';
import { useApp } from '../../state/app.js';
import styles from './Actions.module.css';

const GROUPS = [
  [
    { id: 'open', name: 'open-folder', Icon: FolderIcon },
    { id: 'showInFolder', name: 'show-folder-in-folder', Icon: FolderOpen },
    { id: 'copyPath', name: 'copy-folder-path', Icon: ClipboardList },
  ],
  [
    { id: 'checkFolder', name: 'check-folder', Icon: RefreshCw },
    { id: 'hideFolder', name: 'hide-folder', Icon: EyeOff },
    { id: 'showFolder', name: 'show-folder-again', Icon: Eye },
    { id: 'keepFolder', name: 'keep-folder', Icon: FolderPlus },
    { id: 'removeFolder', name: 'remove-folder', Icon: FolderMinus },
  ],
] as const;

/** Only what makes sense for it: another folder has other lines. */
export function FolderItems({ folder }: { readonly folder: Folder }) {
  const app = useApp();
  return GROUPS.map((items, index) => (
    <Fragment key={items[0].id}>
      {index > 0 && <Menu.Separator className={popup.separator} />}
      {items
        .filter(({ id }) => canWith(app, id, folder))
        .map(({ id, name, Icon }) => (
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
        ))}
    </Fragment>
  ));
}
