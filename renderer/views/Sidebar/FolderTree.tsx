// Renderer: the folders of all roots as a tree. Lines are virtualised: a library has thousands of folders.

import { useRef, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useApp } from '../../state/app.js';
import { useSelected } from '../../state/store.js';
import type { TreeLine } from '../../state/tree.js';
import { samePlace, type Place } from '../../state/view.js';
import { texts } from '../../texts.js';
import { TreeRow } from './TreeRow.js';
import { useTree } from './useTree.js';
import { useTreeKeys } from './useTreeKeys.js';
import styles from './Sidebar.module.css';

/** Height of a line, CSS pixels; --row-height of the theme. */
const LINE = 30;

const placeOf = (line: TreeLine): Place => ({ kind: 'folder', root: line.root, path: line.node.path });

export function FolderTree({ onOpen }: { readonly onOpen: () => void }) {
  const { dialogs, roots, view } = useApp();
  const scroller = useRef<HTMLDivElement>(null);
  const { lines, setUnfolded } = useTree();
  const place = useSelected(view, (now) => now.place);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 6,
  });
  const selected = lines.findIndex((line) => samePlace(placeOf(line), place));
  const open = (line: TreeLine) => {
    view.open(placeOf(line));
    onOpen();
  };
  const keys = useTreeKeys(scroller, lines, selected, {
    reveal: (index) => virtual.scrollToIndex(index),
    open,
    setUnfolded,
    remove: (line) => dialogs.set({ kind: 'remove', root: line.root }),
  });
  return (
    <div className={styles.treeScroller} ref={scroller}>
      <div
        role="tree"
        aria-label={texts.folders}
        className={styles.tree}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={(event: KeyboardEvent) => keys.onKeyDown(event)}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          const root = line && roots.byId(line.root);
          if (line === undefined || root === undefined) return null;
          return (
            <TreeRow
              key={`${line.root}/${line.node.path}`}
              line={line}
              root={root}
              top={start}
              selected={index === selected}
              focusable={index === keys.focus}
              // However the keys came there: by a click, or back from its menu.
              onFocus={() => keys.setFocus(index)}
              onOpen={() => open(line)}
              onFold={(unfolded) => setUnfolded(line, unfolded)}
            />
          );
        })}
      </div>
    </div>
  );
}
