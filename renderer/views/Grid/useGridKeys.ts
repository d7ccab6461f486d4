// Renderer: moving through the grid and selecting in it by keyboard.

import { useCallback, useEffect, useRef, type KeyboardEvent } from 'react';
import { meantFolder } from '../../commands/folder-commands.js';
import { press } from '../../commands/press.js';
import type { Handler, Handlers } from '../../commands/registry.js';
import { useApp } from '../../state/app.js';
import type { ItemKey } from '../../state/keys.js';
import { texts } from '../../texts.js';
import { rowAt, rowOfFile } from './layout.js';
import type { GridModel } from './model.js';
import { fileAcross } from './window.js';

type Move = (file: number) => number;

type Way = 'left' | 'right' | 'up' | 'down' | 'first' | 'last' | 'pageUp' | 'pageDown';

/** Where a move leads from a file. */
function moveOf(way: Way, model: GridModel): Move {
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
  switch (way) {
    case 'left':
      return (file) => Math.max(0, file - 1);
    case 'right':
      return (file) => Math.min(last, file + 1);
    case 'up':
      return (file) => fileAcross(layout, rowOfFile(layout, file), file, -1);
    case 'down':
      return (file) => fileAcross(layout, rowOfFile(layout, file), file, 1);
    case 'first':
      return () => 0;
    case 'last':
      return () => last;
    case 'pageUp':
      return page(-1);
    case 'pageDown':
      return page(1);
  }
}

const isInGrid = (): boolean => document.activeElement?.closest('[data-testid="grid"]') != null;

interface Hands {
  readonly active: ItemKey | null;
  /** Moves the focus there. */
  readonly activate: (key: ItemKey) => void;
}

/** A key handler for the grid's element. */
export function useGridKeys(model: GridModel, hands: Hands): (event: KeyboardEvent) => void {
  const app = useApp();
  const { commands, selection, view } = app;
  const latest = useRef(hands);
  useEffect(() => {
    latest.current = hands;
  });
  useEffect(() => {
    const can = () => model.get().keys.length > 0;
    const fileAt = () => Math.max(0, model.get().keys.indexOf(latest.current.active ?? -1));
    const lead = (way: Way): ItemKey => model.get().keys[moveOf(way, model)(fileAt())]!;
    const go = (way: Way): Handler => ({ can, run: () => latest.current.activate(lead(way)) });
    const extend = (way: Way): Handler => ({
      can,
      run: () => {
        const to = lead(way);
        selection.extend(to, model.get().keys[fileAt()]);
        latest.current.activate(to);
      },
    });
    /** The file that somebody looks at: that of the open menu, or where the keyboard is. */
    const meant = () => app.menuFile.get() ?? (isInGrid() ? latest.current.active : null);
    const active = (run: (key: ItemKey) => void): Handler => ({
      // Behind the viewer nobody would see it, and a folder that has the focus is no file.
      can: () => meant() !== null && view.get().item === null && meantFolder(app) === null,
      run: () => run(meant()!),
    });
    const handlers: Handlers<'grid'> = {
      left: go('left'),
      right: go('right'),
      up: go('up'),
      down: go('down'),
      first: go('first'),
      last: go('last'),
      pageUp: go('pageUp'),
      pageDown: go('pageDown'),
      extendLeft: extend('left'),
      extendRight: extend('right'),
      extendUp: extend('up'),
      extendDown: extend('down'),
      extendFirst: extend('first'),
      extendLast: extend('last'),
      toggleSelected: {
        ...active((key) => selection.toggle(key)),
        name: () => (selection.has(meant() ?? -1) ? texts.deselectFile : texts.selectFile),
      },
    };
    return commands.register('grid', handlers);
  }, [app, commands, model, selection, view]);
  return useCallback((event) => void press(commands, event.nativeEvent, ['grid']), [commands]);
}
