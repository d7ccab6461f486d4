// Renderer: moving through the folder tree by keyboard, as trees do everywhere.

import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { ofKey, type OwnKey } from '../../commands/own-keys.js';
import { lineOf, type FolderOfTree, type TreeLine } from '../../state/tree.js';

interface TreeCommands {
  readonly reveal: (index: number) => void;
  readonly open: (line: TreeLine) => void;
  readonly setUnfolded: (line: TreeLine, unfolded: boolean) => void;
  readonly remove: (line: TreeLine) => void;
}

interface TreeKeys {
  /** The line that Tab leads to. */
  readonly focus: number;
  readonly setFocus: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function useTreeKeys(
  element: RefObject<HTMLElement | null>,
  lines: readonly TreeLine[],
  selected: number,
  commands: TreeCommands,
): TreeKeys {
  // The folder, and not where it stands: others may come above it.
  const [focused, setFocused] = useState<FolderOfTree | null>(null);
  const wanted = useRef(false);
  const found = focused === null ? -1 : lineOf(lines, focused);
  const focus = found >= 0 ? found : Math.min(lines.length - 1, Math.max(0, selected));
  const setFocus = (index: number) => {
    const line = lines[index];
    if (line !== undefined) setFocused({ root: line.root, path: line.node.path });
  };

  // A line outside the view comes into the page only with the next drawing.
  useEffect(() => {
    if (!wanted.current) return;
    const line = element.current?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]');
    if (line == null) return;
    wanted.current = false;
    line.focus();
  });

  const go = (index: number) => {
    wanted.current = true;
    setFocus(index);
    commands.reveal(index);
  };
  const parentOf = (index: number): number => {
    const { depth } = lines[index]!;
    for (let above = index - 1; above >= 0; above--) if (lines[above]!.depth < depth) return above;
    return index;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // In a menu of a line they are the menu's, and on its button those of all buttons.
    if (!(event.target instanceof Element) || event.target.role !== 'treeitem') return;
    const line = lines[focus];
    if (line === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const branch = line.node.children.length > 0;
    const moves: Readonly<Record<OwnKey<'tree'>, () => unknown>> = {
      ArrowDown: () => go(Math.min(lines.length - 1, focus + 1)),
      ArrowUp: () => go(Math.max(0, focus - 1)),
      Home: () => go(0),
      End: () => go(lines.length - 1),
      ArrowRight: () => {
        if (branch && !line.unfolded) commands.setUnfolded(line, true);
        else if (branch) go(focus + 1);
      },
      ArrowLeft: () => (line.unfolded ? commands.setUnfolded(line, false) : go(parentOf(focus))),
      Enter: () => commands.open(line),
      ' ': () => commands.open(line),
      Delete: () => line.depth === 0 && commands.remove(line),
    };
    const move = ofKey(moves, event.key);
    if (move === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  };
  return { focus, setFocus, onKeyDown };
}
