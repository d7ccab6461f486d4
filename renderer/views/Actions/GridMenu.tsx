// Renderer: the context menu of the grid and of the mosaic: of a file, of what is selected, of a folder, or of empty ground.

import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { ContextMenu } from '@base-ui/react/context-menu';
import { Menu } from '@base-ui/react/menu';
import { folderAt, type Folder } from '../../commands/folder-commands.js';
import { SIZES } from '../../commands/menu-groups.js';
import { FILE_ELEMENT } from '../../commands/targets.js';
import popup from '../../components/Popup.module.css';
import { useApp } from '../../state/app.js';
import { showsPictures } from '../../state/view.js';
import { CommandItem } from './CommandItem.js';
import { CommandGroups, ShowItems, SortItems } from './CommandMenus.js';
import { FileItems } from './FileItems.js';
import { FolderItems } from './FolderItems.js';

export function GridMenu({ children }: { readonly children: ReactNode }) {
  const { menuFile, pointedAt, selection, view } = useApp();
  const [on, setOn] = useState<'ground' | 'file' | Folder>('ground');
  // A menu that goes with its pictures, because another place is opened, does not say that it was closed.
  const forget = useCallback(() => {
    menuFile.set(null);
    pointedAt.set(null);
  }, [menuFile, pointedAt]);
  useEffect(() => forget, [forget]);
  return (
    <ContextMenu.Root
      // What was chosen is done with this file still.
      onOpenChangeComplete={(open) => !open && forget()}
    >
      <ContextMenu.Trigger
        render={<div style={{ display: 'contents' }} />}
        onContextMenu={(event) => {
          const tile =
            event.target instanceof Element ? event.target.closest<HTMLElement>(FILE_ELEMENT) : null;
          setOn(tile !== null ? 'file' : (folderAt(event.target) ?? 'ground'));
          forget();
          if (tile === null) return;
          // The menu is about this file, unless it is one of those that are selected.
          const item = Number(tile.dataset['item']);
          menuFile.set(item);
          if (!selection.has(item)) {
            selection.clear();
            pointedAt.set(item);
          }
          tile.focus({ preventScroll: true });
        }}
      >
        {children}
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Positioner className={popup.positioner}>
          <ContextMenu.Popup className={popup.menu} data-testid="grid-menu">
            {on === 'file' ? (
              <>
                <CommandItem id="open" />
                {/* In the mosaic nothing is selected. */}
                {showsPictures(view.get()) && <CommandItem id="toggleSelected" />}
                <Menu.Separator className={popup.separator} />
                <FileItems />
              </>
            ) : on === 'ground' ? (
              <GroundItems />
            ) : (
              <FolderItems folder={on} />
            )}
          </ContextMenu.Popup>
        </ContextMenu.Positioner>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

function GroundItems() {
  return (
    <>
      <CommandItem id="selectAll" />
      <CommandItem id="clearSelection" />
      <Menu.Separator className={popup.separator} />
      <SortItems />
      <ShowItems />
      <Menu.Separator className={popup.separator} />
      <CommandItem id="slideshow" />
      <Menu.Separator className={popup.separator} />
      <CommandGroups groups={[SIZES]} />
      <Menu.Separator className={popup.separator} />
      <CommandItem id="checkDisk" />
      <CommandItem id="shortcuts" />
    </>
  );
}
