// Renderer: the folders that browsing shows at one place.

import { displayPath } from '../../../electron/shared/paths.js';
import type { RootInfo } from '../../../electron/shared/contract.js';
import { folderName, type Folders } from '../../state/folders.js';
import type { ItemKey } from '../../state/keys.js';
import { folderOf, type Place } from '../../state/places.js';

export interface FolderCard {
  /** Names the card among its neighbours. */
  readonly id: string;
  readonly name: string;
  /** Files in it and all below it. */
  readonly count: number;
  readonly cover: ItemKey | null;
  readonly offline: boolean;
  /** Where it leads: a folder without folders shows its pictures. */
  readonly place: Place;
}

type Browse = Extract<Place, { kind: 'browse' }>;

/** The folders in a folder, in natural order; where none is open, the chosen ones. */
export function foldersAt(
  { root, path }: Browse,
  roots: readonly RootInfo[],
  folders: Folders,
): readonly FolderCard[] {
  if (root === null) {
    return roots.map(({ id, name, state }) => {
      const tree = folders.tree(id);
      return {
        ...{ id: String(id), name: displayPath(name), count: tree.count, cover: folders.cover(id, '') },
        offline: state === 'offline',
        place: leadsTo(id, '', tree.children.length > 0),
      };
    });
  }
  const offline = roots.find(({ id }) => id === root)?.state === 'offline';
  return (folders.node(root, path)?.children ?? []).map((child) => ({
    ...{ id: child.path, name: displayPath(child.name), count: child.count },
    ...{ cover: folders.cover(root, child.path), offline },
    place: leadsTo(root, child.path, child.children.length > 0),
  }));
}

/** The card of the open folder itself, which leads to all its pictures; null where none is open. */
export function wholeCard(
  { root, path }: Browse,
  roots: readonly RootInfo[],
  folders: Folders,
): FolderCard | null {
  const info = roots.find(({ id }) => id === root);
  const node = info && folders.node(info.id, path);
  if (!info || !node) return null;
  return {
    ...{ id: '', name: displayPath(folderName(path, info.name)), count: node.count },
    ...{ cover: folders.cover(info.id, path), offline: info.state === 'offline' },
    place: { kind: 'folder', root: info.id, path },
  };
}

/** Says in the page which folder a card stands for, its root and its path in it, and whether it leads to the folders in it. */
export const folderData = ({ place }: FolderCard) => {
  const folder = folderOf(place);
  return folder === null
    ? {}
    : { 'data-root': folder.root, 'data-folder': folder.path, 'data-browse': place.kind === 'browse' };
};

const leadsTo = (root: number, path: string, branches: boolean): Place => ({
  kind: branches ? 'browse' : 'folder',
  root,
  path,
});

/** Where the folder above is; null at the top. */
export function above({ root, path }: Browse, roots: readonly unknown[]): Browse | null {
  if (root === null) return null;
  if (path === '') return roots.length > 1 ? { kind: 'browse', root: null, path: '' } : null;
  return { kind: 'browse', root, path: path.slice(0, Math.max(0, path.lastIndexOf('/'))) };
}
