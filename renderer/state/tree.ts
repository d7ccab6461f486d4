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

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

class GrowingNode implements FolderNode {
  count = 0;
  readonly name: string;
  private readonly below: GrowingNode[] = [];
  private inOrder = true;

  constructor(readonly path: string) {
    this.name = nameOf(path);
  }

  add(child: GrowingNode): void {
    this.below.push(child);
    this.inOrder = false;
  }

  /** In natural order; brought into it when it is first looked at, as most folders of a large library never are. */
  get children(): readonly GrowingNode[] {
    if (!this.inOrder) this.below.sort((a, b) => collator.compare(a.name, b.name));
    this.inOrder = true;
    return this.below;
  }

  /** Adds what is below each folder to its count; answers its own. */
  sum(): number {
    for (const child of this.below) this.count += child.sum();
    return this.count;
  }
}

/** The tree of all folders that hold files; empty ones, and those with a 1 in `hidden`, are left out. */
export function folderTree(listing: Listing, hidden: Uint8Array | null = null): FolderNode {
  const own = new Uint32Array(listing.folders.length);
  for (const folder of listing.folder) own[folder]!++;
  const root = new GrowingNode('');
  const nodes = new Map([['', root]]);
  const nodeOf = (path: string): GrowingNode => {
    const known = nodes.get(path);
    if (known !== undefined) return known;
    const node = new GrowingNode(path);
    nodes.set(path, node);
    nodeOf(parentOf(path)).add(node);
    return node;
  };
  listing.folders.forEach((path, index) => {
    if (own[index]! > 0 && hidden?.[index] !== 1) nodeOf(path).count += own[index]!;
  });
  root.sum();
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

/** What a line stands for, wherever it stands. */
export interface FolderOfTree {
  readonly root: RootId;
  /** Relative to the root. */
  readonly path: string;
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

/** Index of the line of a folder, or of the nearest one above it where it is gone or folded away; -1: of its root there is none. */
export function lineOf(lines: readonly TreeLine[], { root, path }: FolderOfTree): number {
  for (let folder = path; ; folder = parentOf(folder)) {
    const index = lines.findIndex((line) => line.root === root && line.node.path === folder);
    if (index >= 0 || folder === '') return index;
  }
}
