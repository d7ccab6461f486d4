// Renderer: what a click on a tile means, and dragging files out of the window.

import { useCallback, useEffect, useRef, type DragEvent, type MouseEvent } from 'react';
import { markFiles } from '../../commands/marking.js';
import { useApp } from '../../state/app.js';
import { dragOut } from '../../state/drag-out.js';
import type { ItemKey } from '../../state/keys.js';

export interface GridMouse {
  readonly onPress: (item: ItemKey, event: MouseEvent) => void;
  readonly onDrag: (item: ItemKey, event: DragEvent<HTMLElement>) => void;
}

/** `active`: where a range begins that nobody has begun. */
export function useGridMouse(
  active: ItemKey | null,
  open: (item: ItemKey) => void,
  focus: (item: ItemKey) => void,
): GridMouse {
  const app = useApp();
  const { draggedOut, marks, selection } = app;
  // Tiles must not be drawn anew because the focus moves.
  const from = useRef(active);
  useEffect(() => {
    from.current = active;
  });
  // What began as a drag is no click, wherever the button is let go.
  const dragged = useRef(false);
  const onPress = useCallback(
    (item: ItemKey, event: MouseEvent) => {
      if (event.button !== 0 || dragged.current) return;
      const action =
        event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tile-action]') : null;
      const what = action?.dataset['tileAction'];
      const selecting = selection.count.get() > 0;
      if (what === 'favourite' && !selecting) {
        markFiles(app, [item], { favourite: !marks.isFavourite(item) });
      } else if (event.shiftKey) selection.extend(item, from.current ?? item);
      else if (event.ctrlKey || event.metaKey || what === 'select' || selecting) selection.toggle(item);
      else return open(item);
      focus(item);
    },
    [app, focus, marks, open, selection],
  );
  const onDrag = useCallback(
    (item: ItemKey, event: DragEvent<HTMLElement>) => {
      event.preventDefault();
      // With these keys a drag selects.
      if (event.shiftKey || event.ctrlKey || event.metaKey) return;
      const keys = selection.has(item) ? selection.keys() : Float64Array.of(item);
      const { x, y, width, height } = event.currentTarget.getBoundingClientRect();
      dragged.current = true;
      dragOut(app, keys, { x, y, width, height });
    },
    [app, selection],
  );
  // The system tells nothing of the end of such a drag; but while it lasts, the pointer is not ours.
  useEffect(() => {
    const end = () => draggedOut.set(false);
    const begin = () => {
      dragged.current = false;
      end();
    };
    window.addEventListener('pointermove', end);
    window.addEventListener('pointerdown', begin, { capture: true });
    return () => {
      window.removeEventListener('pointermove', end);
      window.removeEventListener('pointerdown', begin, { capture: true });
    };
  }, [draggedOut]);
  return { onPress, onDrag };
}
