// Renderer: folders can be dropped anywhere; while one hovers, the window says so.

import { useEffect, useState } from 'react';
import { FolderPlus } from 'lucide-react';
import { useApp } from '../state/app.js';
import { texts } from '../texts.js';
import styles from './DropOverlay.module.css';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

export function DropOverlay() {
  const app = useApp();
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    // Entering a child fires before leaving its parent, so depth counts the elements under the pointer.
    let depth = 0;
    const enter = (event: DragEvent) => {
      // What is dragged out of this window is not dropped back into it.
      if (!hasFiles(event) || app.draggedOut.get()) return;
      event.preventDefault();
      depth++;
      setHovering(true);
    };
    const leave = () => {
      depth = Math.max(0, depth - 1);
      if (depth === 0) setHovering(false);
    };
    // Without this, the window would open what is dropped.
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      depth = 0;
      setHovering(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0 || app.draggedOut.get()) return;
      app.gallery.dropFolders(files).then(app.enterRoots, app.notices.report);
    };
    const listeners = { dragenter: enter, dragleave: leave, dragover: over, drop };
    const entries = Object.entries(listeners) as [keyof typeof listeners, (event: DragEvent) => void][];
    for (const [name, listener] of entries) window.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of entries) window.removeEventListener(name, listener);
    };
  }, [app]);
  if (!hovering) return null;
  return (
    <div className={styles.overlay} data-testid="drop-overlay">
      <div className={styles.frame}>
        <FolderPlus size={32} strokeWidth={1.5} aria-hidden />
        <p className={styles.title}>{texts.dropHere}</p>
        <p>{texts.dropMore}</p>
      </div>
    </div>
  );
}
