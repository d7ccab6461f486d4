// Renderer: all that can be done with files, as lines of a menu.

import type { ReactNode } from 'react';
import { Menu } from '@base-ui/react/menu';
import popup from '../../components/Popup.module.css';
import { CommandItem } from './CommandItem.js';
import { RatingItems } from './CommandMenus.js';

interface FileItemsProps {
  /** What else can be done with them where the menu is opened. */
  readonly children?: ReactNode;
  /** What stands below the slideshow. */
  readonly showing?: ReactNode;
}

export function FileItems({ children, showing }: FileItemsProps) {
  return (
    <>
      <CommandItem id="favourite" />
      <RatingItems />
      <CommandItem id="tag" />
      <Menu.Separator className={popup.separator} />
      {children}
      <CommandItem id="copyFiles" />
      <CommandItem id="copyPath" />
      <CommandItem id="copyPlace" />
      <CommandItem id="showInFolder" />
      <CommandItem id="openExternally" />
      <Menu.Separator className={popup.separator} />
      <CommandItem id="slideshow" />
      {showing}
      <Menu.Separator className={popup.separator} />
      <CommandItem id="rebuildThumbnail" />
      <CommandItem id="hideFolder" />
      <Menu.Separator className={popup.separator} />
      <CommandItem id="trash" />
    </>
  );
}
