// Renderer: moving through the grid by keyboard.

import { useCallback, type KeyboardEvent } from 'react';
import type { ItemKey } from '../../state/keys.js';
import { rowAt, rowOfFile } from './layout.js';
import type { GridModel } from './model.js';
import { fileAcross } from './window.js';

type Move = (file: number) => number;

/** Where a key leads from a file; null for other keys. */
function moveOf(key: string, model: GridModel): Move | null {
  const { keys, layout } = model.get();
  const last = keys.length - 1;
  const page = (step: -1 | 1): Move => {
    return (file) => {
      let row = rowOfFile(layout, file);
      const goal = rowAt(layout, Math.max(0, layout.top[row]! + step * model.viewport.height));
      if (goal === row) return step < 0 ? 0 : last;
      for (; row !== goal; row += step) file = fileAcross(layout, row, file, step);
      return file;
    };
  };
  switch (key) {
    case 'ArrowLeft':
      return (file) => Math.max(0, file - 1);
    case 'ArrowRight':
      return (file) => Math.min(last, file + 1);
    case 'ArrowUp':
      return (file) => fileAcross(layout, rowOfFile(layout, file), file, -1);
    case 'ArrowDown':
      return (file) => fileAcross(layout, rowOfFile(layout, file), file, 1);
    case 'Home':
      return () => 0;
    case 'End':
      return () => last;
    case 'PageUp':
      return page(-1);
    case 'PageDown':
      return page(1);
    default:
      return null;
  }
}

/** A key handler for the grid's element. `activate` moves the focus there, `open` shows the file. */
export function useGridKeys(
  model: GridModel,
  active: ItemKey | null,
  activate: (key: ItemKey) => void,
  open: (key: ItemKey) => void,
): (event: KeyboardEvent) => void {
  return useCallback(
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { keys } = model.get();
      if (keys.length === 0) return;
      const file = active === null ? -1 : keys.indexOf(active);
      if (event.key === 'Enter' || event.key === ' ') {
        if (file < 0) return;
        open(keys[file]!);
      } else {
        const move = moveOf(event.key, model);
        if (move === null) return;
        activate(keys[move(Math.max(0, file))]!);
      }
      event.preventDefault();
    },
    [model, active, activate, open],
  );
}
