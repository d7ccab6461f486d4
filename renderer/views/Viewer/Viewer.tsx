// Renderer: one photo or video, as large as the window, with the others one key away.

import { useEffect, useRef, useState } from 'react';
import { Dialog } from '@base-ui/react/dialog';
import { OVER } from '../../commands/late-escape.js';
import { ErrorBoundary } from '../../components/ErrorBoundary.js';
import { SurfaceContext } from '../../components/surface.js';
import { useApp } from '../../state/app.js';
import { useSelected } from '../../state/store.js';
import { useHeadStart } from './useHeadStart.js';
import { useSubject } from './useSubject.js';
import { ViewerContent } from './ViewerContent.js';
import { openByKey } from './ViewerMenu.js';
import { createViewerState } from './viewerState.js';
import styles from './Viewer.module.css';

const isBehind = (popup: Element | null): boolean =>
  [...document.querySelectorAll(OVER)].some((one) => one !== popup);

export function Viewer() {
  const { items, show, view } = useApp();
  const item = useSelected(view, (now) => now.item);
  const popup = useRef<HTMLDivElement>(null);
  const [viewer] = useState(() => createViewerState(localStorage));
  useHeadStart(viewer);
  const subject = useSubject(item);
  const isOpen = item !== null;
  useEffect(() => {
    // While the viewer closes the last one stays: the picture returns to its tile.
    if (item !== null) items.hold(item);
  }, [items, item]);
  useEffect(() => {
    if (!isOpen) show.stop();
  }, [show, isOpen]);
  return (
    <Dialog.Root
      open={isOpen}
      onOpenChange={(open, details) => {
        if (open) return;
        // Esc leaves one thing at a time. What has just opened over the viewer may not listen yet.
        if (details.reason === 'escape-key' && isBehind(popup.current)) {
          details.cancel();
          details.allowPropagation();
        } else if (show.get() !== null) show.stop();
        else view.change({ item: null });
      }}
      onOpenChangeComplete={(open) => {
        if (!open) items.hold(view.get().item);
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.ground} />
        <Dialog.Popup
          ref={popup}
          className={styles.viewer}
          initialFocus={popup}
          // The grid gives the focus to the tile of the last item itself.
          finalFocus={false}
          // What has opened over it gives the keys back to what can be tabbed to, and not to its first button instead.
          tabIndex={0}
          onContextMenu={openByKey}
          data-viewer
          data-testid="viewer"
          data-name={subject?.name}
          // Its bar has the name as its title; what failed has no bar.
          aria-label={subject?.name}
        >
          <SurfaceContext value={styles.menu!}>
            {subject !== null && (
              <ErrorBoundary of={subject.item} onClose={() => view.change({ item: null })}>
                <ViewerContent subject={subject} viewer={viewer} popup={popup} />
              </ErrorBoundary>
            )}
          </SurfaceContext>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
