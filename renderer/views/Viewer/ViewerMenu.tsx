// Renderer: the context menu of the photo or video in the viewer.

import type { ReactNode } from 'react';
import { ContextMenu } from '@base-ui/react/context-menu';
import popup from '../../components/Popup.module.css';
import { FileItems } from '../Actions/CommandItems.js';

export function ViewerMenu({ children }: { readonly children: ReactNode }) {
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger render={<div style={{ display: 'contents' }} />}>{children}</ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Positioner className={popup.positioner}>
          <ContextMenu.Popup className={popup.menu} data-testid="viewer-menu">
            <FileItems />
          </ContextMenu.Popup>
        </ContextMenu.Positioner>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}
