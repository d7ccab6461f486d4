// Renderer: a button of the viewer's bar that opens a menu below it.

import type { ComponentProps, ReactNode } from 'react';
import { Menu } from '@base-ui/react/menu';
import { IconButton } from '../../components/Button.js';
import popup from '../../components/Popup.module.css';
import { focusAfterMenu } from './useFocusKept.js';
import styles from './Bar.module.css';
import viewer from './Viewer.module.css';

interface BarMenuProps extends ComponentProps<typeof IconButton> {
  /** What the button shows; its children are in the menu. */
  readonly shown: ReactNode;
  readonly [data: `data-${string}`]: string | number;
}

export function BarMenu({ shown, className, children, ...button }: BarMenuProps) {
  return (
    <Menu.Root>
      <Menu.Trigger
        render={
          <IconButton {...button} className={`${styles.control} ${className}`}>
            {shown}
          </IconButton>
        }
      />
      <Menu.Portal>
        <Menu.Positioner className={popup.positioner} align="end" sideOffset={4}>
          <Menu.Popup className={`${popup.menu} ${viewer.menu}`} finalFocus={focusAfterMenu}>
            {children}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
