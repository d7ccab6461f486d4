// Renderer: the folders of a listing as a tree with counts, and the lines of it that are unfolded.

import type { RootId } from '../../electron/shared/contract.js';
import type { Listing } from '../../electron/shared/listing-table.js';
import { nameOf, parentOf } from '../../electron/shared/paths.js';

export interface FolderNode {
  /** Relative to the root; '' is the root itself. */
  readonly path: string;
  readonly name: string;
  /** Files in this folder and all below it. */
  readonly count: number;
  readonly children: readonly FolderNode[];
}

interface Growing {
  path: string;
  name: string;
  count: number;
  children: Growing[];
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** The tree of all folders that hold files; empty ones are left out. */
export function folderTree(listing: Listing): FolderNode {
  const own = new Uint32Array(listing.folders.length);
  for (const folder of listing.folder) own[folder]!++;
  const root: Growing = { path: '', name: '', count: 0, children: [] };
  const nodes = new Map<string, Growing>([['', root]]);
  const nodeOf = (path: string): Growing => {
    const known = nodes.get(path);
    if (known !== undefined) return known;
    const node: Growing = { path, name: nameOf(path), count: 0, children: [] };
    nodes.set(path, node);
    nodeOf(parentOf(path)).children.push(node);
    return node;
  };
  listing.folders.forEach((path, index) => {
    if (own[index]! > 0) nodeOf(path).count += own[index]!;
  });
  const finish = (node: Growing): number => {
    node.children.sort((a, b) => collator.compare(a.name, b.name));
    for (const child of node.children) node.count += finish(child);
    return node.count;
  };
  finish(root);
  return root;
}

/** One line of the sidebar's tree. */
export interface TreeLine {
  readonly root: RootId;
  readonly node: FolderNode;
  /** 0 for a root. */
  readonly depth: number;
  readonly unfolded: boolean;
}

/** The lines to show of a root's tree. `isUnfolded` is asked with the path of a folder that has children. */
export function treeLines(
  root: RootId,
  tree: FolderNode,
  isUnfolded: (path: string) => boolean,
): readonly TreeLine[] {
  const lines: TreeLine[] = [];
  const walk = (node: FolderNode, depth: number) => {
    const unfolded = node.children.length > 0 && isUnfolded(node.path);
    lines.push({ root, node, depth, unfolded });
    if (unfolded) for (const child of node.children) walk(child, depth + 1);
  };
  walk(tree, 0);
  return lines;
}
