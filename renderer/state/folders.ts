// Renderer: the folders of all roots as trees, shared by all who show folders, each with a picture that stands for it.

import type { FileId, RootId } from '../../electron/shared/contract.js';
import type { Listing } from '../../electron/shared/listing-table.js';
import { KINDS } from '../../electron/shared/listing.js';
import { nameOf, parentOf } from '../../electron/shared/paths.js';
import { keyOf, type ItemKey } from './keys.js';
import { hiddenFolders, NOTHING_HIDDEN, type Hidden } from './hidden.js';
import type { Library } from './library.js';
import type { Readable } from './store.js';
import { folderTree, type FolderNode } from './tree.js';

const EMPTY: FolderNode = { path: '', name: '', count: 0, children: [] };
const PHOTO = KINDS.indexOf('photo');

interface Known {
  readonly of: Listing;
  readonly version: number;
  readonly hidden: readonly string[] | undefined;
  readonly tree: FolderNode;
  /** Made when the first cover is asked for. */
  covers: ReadonlyMap<string, FileId> | null;
}

export class Folders {
  private readonly known = new Map<RootId, Known>();

  constructor(
    private readonly library: Library,
    private readonly hidden: Readable<Hidden> = NOTHING_HIDDEN,
  ) {}

  /** The tree of a root: of all folders that hold files. Empty until its listing has come. */
  tree(root: RootId): FolderNode {
    return this.of(root)?.tree ?? EMPTY;
  }

  /** One folder of it (relative path); null when it holds no files (any more). */
  node(root: RootId, path: string): FolderNode | null {
    let node = this.tree(root);
    if (path === '') return node;
    let at = '';
    for (const part of path.split('/')) {
      at = at === '' ? part : `${at}/${part}`;
      const next = node.children.find((child) => child.path === at);
      if (next === undefined) return null;
      node = next;
    }
    return node;
  }

  /** The picture that stands for a folder: its newest photo, or that of the folders below it; null when it is empty. */
  cover(root: RootId, path: string): ItemKey | null {
    const known = this.of(root);
    if (known === null) return null;
    known.covers ??= coversOf(known.of, hiddenFolders(known.of, known.hidden));
    const id = known.covers.get(path);
    return id === undefined ? null : keyOf(root, id);
  }

  private of(root: RootId): Known | null {
    const listing = this.library.has(root) ? this.library.listing(root) : undefined;
    if (listing === undefined) return null;
    const known = this.known.get(root);
    const hidden = this.hidden.get().get(root);
    const same = known?.of === listing && known.version === listing.version && known.hidden === hidden;
    if (same) return known;
    const tree = folderTree(listing, hiddenFolders(listing, hidden));
    const made: Known = { of: listing, version: listing.version, hidden, tree, covers: null };
    this.known.set(root, made);
    return made;
  }
}

/** By path of a folder: what comes first of a photo in it, a photo below it, a video; of those the newest. */
export function coversOf(listing: Listing, hidden: Uint8Array | null = null): ReadonlyMap<string, FileId> {
  const { folders, folder, kind, modified, taken, takenSource, id } = listing;
  const best = new Int32Array(folders.length).fill(-1);
  const timeAt = (row: number) => (takenSource[row] === 0 ? modified[row]! : taken[row]!);
  const isBetter = (row: number, than: number): boolean => {
    if (than < 0) return true;
    if (kind[row] !== kind[than]) return kind[row] === PHOTO;
    const difference = timeAt(row) - timeAt(than);
    return difference === 0 ? id[row]! < id[than]! : difference > 0;
  };
  for (let row = 0; row < listing.count; row++) {
    const at = folder[row]!;
    if (hidden?.[at] !== 1 && isBetter(row, best[at]!)) best[at] = row;
  }
  const own = new Map<string, number>();
  folders.forEach((path, index) => {
    if (best[index]! >= 0) own.set(path, best[index]!);
  });
  /** What the folders below a folder have to offer. */
  const below = new Map<string, number>();
  for (const [path, row] of own) {
    for (let above = path; above !== '';) {
      above = parentOf(above);
      const known = below.get(above) ?? -1;
      if (!isBetter(row, known)) break;
      below.set(above, row);
    }
  }
  const covers = new Map<string, FileId>();
  for (const path of new Set([...own.keys(), ...below.keys()])) {
    const mine = own.get(path) ?? -1;
    const theirs = below.get(path) ?? -1;
    const isMine = mine >= 0 && (theirs < 0 || kind[mine] === PHOTO || kind[theirs] !== PHOTO);
    covers.set(path, id[isMine ? mine : theirs]!);
  }
  return covers;
}

/** Name of a folder for a person, before bytes that cannot be shown are replaced. */
export const folderName = (path: string, rootName: string): string => (path === '' ? rootName : nameOf(path));
