// Renderer: the lines of the sidebar: a tree for each root, kept while its listing does not change.

import { startTransition, useEffect, useMemo, useState } from 'react';
import type { RootInfo } from '../../../electron/shared/contract.js';
import { useApp } from '../../state/app.js';
import { useStore } from '../../state/store.js';
import { treeLines, type TreeLine } from '../../state/tree.js';
import { keepUnfolded, readUnfolded } from '../../state/unfolded.js';

/** Unfolded folders by the root's path and theirs, because root ids belong to one run. */
const nameOfLine = (root: RootInfo, path: string): string => `${root.path}\0${path}`;

export interface Tree {
  readonly lines: readonly TreeLine[];
  readonly setUnfolded: (line: TreeLine, unfolded: boolean) => void;
}

export function useTree(): Tree {
  const { library, roots, folders, marks } = useApp();
  const hidden = useStore(marks.hidden);
  const list = useStore(roots);
  const [toggled, setToggled] = useState(() => readUnfolded(localStorage));
  const [revision, setRevision] = useState(0);

  useEffect(
    () =>
      library.subscribe((changes) => {
        // The tree may come a moment after the pictures.
        if (changes.some(({ kind }) => kind !== 'facts'))
          startTransition(() => setRevision((count) => count + 1));
      }),
    [library],
  );

  const lines = useMemo(() => {
    void revision;
    void hidden;
    // Roots are unfolded unless folded; folders the other way round.
    return list.flatMap((root) =>
      treeLines(
        root.id,
        folders.tree(root.id),
        (path) => toggled.has(nameOfLine(root, path)) !== (path === ''),
      ),
    );
  }, [list, folders, hidden, toggled, revision]);

  const setUnfolded = (line: TreeLine, unfolded: boolean) => {
    const root = roots.byId(line.root);
    if (root === undefined || line.unfolded === unfolded) return;
    const name = nameOfLine(root, line.node.path);
    const next = new Set(toggled);
    const kept = !next.delete(name);
    if (kept) next.add(name);
    setToggled(next);
    keepUnfolded(localStorage, name, kept);
  };
  return { lines, setUnfolded };
}
