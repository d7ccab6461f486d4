// Renderer: the context menu of the photo or video in the viewer.

import type { MouseEvent, ReactNode } from 'react';
import { ContextMenu } from '@base-ui/react/context-menu';
import { Menu } from '@base-ui/react/menu';
import popup from '../../components/Popup.module.css';
import type { MediaKind } from '../../../electron/shared/media.js';
import { viewing } from '../../commands/menu-groups.js';
import { CommandGroups, PlaybackItems, ShowingItems, ViewItems } from '../Actions/CommandMenus.js';
import { FileItems } from '../Actions/FileItems.js';
import styles from './Viewer.module.css';

/** The button of the mouse that opens menus. */
const RIGHT = 2;

/**
 * For the menu key, which is heard by whatever in the viewer has the focus: the menu of the picture opens all the same. To be told by the
 * element that all of the viewer lies in.
 */
export function openByKey(event: MouseEvent): void {
  const { currentTarget, target, button, clientX, clientY } = event;
  // What lies in a menu is inside the viewer for React alone.
  if (button === RIGHT || !(target instanceof Element) || !currentTarget.contains(target)) return;
  const picture = currentTarget.querySelector('[data-viewer-menu]');
  if (picture === null || picture.contains(target)) return;
  event.preventDefault();
  picture.dispatchEvent(
    new window.MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX, clientY }),
  );
}

interface ViewerMenuProps {
  readonly kind: MediaKind;
  /** The picture cannot be seen: nothing of it can be reached either. */
  readonly inert: boolean;
  readonly children: ReactNode;
}

export function ViewerMenu({ kind, inert, children }: ViewerMenuProps) {
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger render={<div style={{ display: 'contents' }} />} inert={inert} data-viewer-menu>
        {children}
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Positioner className={popup.positioner}>
          <ContextMenu.Popup className={`${popup.menu} ${styles.menu}`} data-testid="viewer-menu">
            <FileItems showing={<ShowingItems />}>
              <ViewingItems kind={kind} />
            </FileItems>
          </ContextMenu.Popup>
        </ContextMenu.Positioner>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

/** How the file is looked at. */
function ViewingItems({ kind }: { readonly kind: MediaKind }) {
  const { atOnce, more } = viewing(kind);
  return (
    <>
      <CommandGroups groups={[atOnce.flat()]} />
      <ViewItems groups={more} />
      {kind === 'video' && <PlaybackItems />}
      <Menu.Separator className={popup.separator} />
    </>
  );
}
