// Renderer: the lines of the sidebar: a tree for each root, kept while its listing does not change.

import { startTransition, useEffect, useMemo, useRef, useState } from 'react';
import type { RootId, RootInfo } from '../../../electron/shared/contract.js';
import { useApp } from '../../state/app.js';
import { useStore } from '../../state/store.js';
import { folderTree, treeLines, type FolderNode, type TreeLine } from '../../state/tree.js';

const EMPTY: FolderNode = { path: '', name: '', count: 0, children: [] };
const NAME = 'home-gallery.unfolded';

/** Unfolded folders by the root's path and theirs, because root ids belong to one run. */
const nameOfLine = (root: RootInfo, path: string): string => `${root.path}\0${path}`;

function readSaved(): ReadonlySet<string> {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(NAME) ?? '[]');
    return new Set(Array.isArray(saved) ? saved.filter((entry) => typeof entry === 'string') : []);
  } catch {
    // Only the look of the tree is lost.
    return new Set();
  }
}

export interface Tree {
  readonly lines: readonly TreeLine[];
  readonly setUnfolded: (line: TreeLine, unfolded: boolean) => void;
}

export function useTree(): Tree {
  const { library, roots } = useApp();
  const list = useStore(roots);
  const [toggled, setToggled] = useState(readSaved);
  const [revision, setRevision] = useState(0);
  const cache = useRef(new Map<RootId, { of: object; version: number; tree: FolderNode }>());

  useEffect(
    () =>
      library.subscribe((changes) => {
        // The tree may come a moment after the pictures.
        if (changes.some(({ kind }) => kind !== 'facts'))
          startTransition(() => setRevision((count) => count + 1));
      }),
    [library],
  );
  useEffect(() => localStorage.setItem(NAME, JSON.stringify([...toggled])), [toggled]);

  const lines = useMemo(() => {
    void revision;
    const treeOf = (root: RootId): FolderNode => {
      const listing = library.has(root) ? library.listing(root) : undefined;
      if (listing === undefined) return EMPTY;
      const known = cache.current.get(root);
      if (known?.of === listing && known.version === listing.version) return known.tree;
      const tree = folderTree(listing);
      cache.current.set(root, { of: listing, version: listing.version, tree });
      return tree;
    };
    // Roots are unfolded unless folded; folders the other way round.
    return list.flatMap((root) =>
      treeLines(root.id, treeOf(root.id), (path) => toggled.has(nameOfLine(root, path)) !== (path === '')),
    );
  }, [list, library, toggled, revision]);

  const setUnfolded = (line: TreeLine, unfolded: boolean) => {
    const root = roots.byId(line.root);
    if (root === undefined || line.unfolded === unfolded) return;
    const name = nameOfLine(root, line.node.path);
    setToggled((now) => {
      const next = new Set(now);
      if (!next.delete(name)) next.add(name);
      return next;
    });
  };
  return { lines, setUnfolded };
}
