// Renderer: folders can be dropped anywhere; while one hovers, the window says so.

import { useEffect, useState } from 'react';
import { FolderPlus } from 'lucide-react';
import { TYPED } from '../commands/press.js';
import { useApp } from '../state/app.js';
import { useActions } from '../state/useActions.js';
import { texts } from '../texts.js';
import styles from './DropOverlay.module.css';

/** Words that are dragged to where text is typed. */
const isText = (event: DragEvent): boolean =>
  !hasFiles(event) && event.target instanceof Element && event.target.closest(TYPED) !== null;

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

export function DropOverlay() {
  const app = useApp();
  const actions = useActions();
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    const enter = (event: DragEvent) => {
      // What is dragged out of this window is not dropped back into it.
      if (!hasFiles(event) || app.draggedOut.get()) return;
      event.preventDefault();
      setHovering(true);
    };
    // From one element to the next it names the next. Counting them would miss those that went while they were hovered.
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setHovering(false);
    };
    // Without this, the window would open what is dropped.
    const over = (event: DragEvent) => {
      if (!isText(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (isText(event)) return;
      event.preventDefault();
      setHovering(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0 || app.draggedOut.get()) return;
      actions.dropFolders(files);
    };
    const listeners = { dragenter: enter, dragleave: leave, dragover: over, drop };
    const entries = Object.entries(listeners) as [keyof typeof listeners, (event: DragEvent) => void][];
    for (const [name, listener] of entries) window.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of entries) window.removeEventListener(name, listener);
    };
  }, [app, actions]);
  if (!hovering) return null;
  return (
    <div
      className={styles.overlay}
      // Nothing is dragged while the pointer is heard of: that it went was told to an element that is gone.
      onPointerMove={() => setHovering(false)}
      data-testid="drop-overlay"
    >
      <div className={styles.frame}>
        <FolderPlus size={32} strokeWidth={1.5} aria-hidden />
        <p className={styles.title}>{texts.dropHere}</p>
        <p>{texts.dropMore}</p>
      </div>
    </div>
  );
}
