// Renderer: the first parts of a path that has no room for all of them, behind one button.

import { Menu } from '@base-ui/react/menu';
import { Ellipsis, Folder } from 'lucide-react';
import { IconButton } from '../../components/Button.js';
import { useApp } from '../../state/app.js';
import { texts } from '../../texts.js';
import popup from '../../components/Popup.module.css';
import type { Crumb } from './crumbs.js';
import styles from './Toolbar.module.css';

export function ParentsMenu({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const { view } = useApp();
  return (
    <Menu.Root>
      <Menu.Trigger
        render={
          <IconButton label={texts.parents} data-testid="parents">
            <Ellipsis size={16} strokeWidth={1.5} aria-hidden />
          </IconButton>
        }
      />
      <Menu.Portal>
        <Menu.Positioner className={popup.positioner} align="start" sideOffset={4}>
          <Menu.Popup className={popup.menu}>
            {crumbs.map((crumb, depth) => (
              <Menu.Item key={depth} className={popup.item} onClick={() => view.open(crumb.place)}>
                <Folder size={16} strokeWidth={1.5} aria-hidden />
                <span className={styles.parent}>{crumb.name}</span>
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
