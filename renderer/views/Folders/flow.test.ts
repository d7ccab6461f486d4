// Tests of the cover flow's arithmetic, of what browsing shows, and of the pictures that stand for folders.

import { describe, expect, it } from 'vitest';
import type { RootInfo } from '../../../electron/shared/contract.js';
import { file, listingOf } from '../../testing.js';
import { coversOf } from '../../state/folders.js';
import type { Folders } from '../../state/folders.js';
import { folderTree } from '../../state/tree.js';
import { flatStandOf, isTypedTo, standOf, typedTo } from './flow.js';
import { above, foldersAt, wholeCard } from './foldersAt.js';

describe('the flow', () => {
  it('stands one card in the middle, seven to be seen, the others mirrored and further back', () => {
    expect(standOf(0, 300)).toEqual({ x: 0, z: -0, turn: -0, opacity: 1 });
    for (const offset of [1, 2, 3]) {
      const [left, right] = [standOf(-offset, 300), standOf(offset, 300)];
      expect(right.x).toBeGreaterThan(standOf(offset - 1, 300).x);
      expect([left.x, left.turn, left.z]).toEqual([-right.x, -right.turn, right.z]);
      expect(right.z).toBeLessThan(standOf(offset - 1, 300).z);
      expect(right.opacity).toBe(1);
    }
    expect([standOf(4, 300).opacity, standOf(-9, 300).opacity]).toEqual([0, 0]);
  });

  it('moves without jumps while it is dragged', () => {
    for (let offset = -4; offset < 4; offset += 0.01) {
      const [a, b] = [standOf(offset, 300), standOf(offset + 0.01, 300)];
      expect(Math.abs(a.x - b.x)).toBeLessThan(4);
      expect(Math.abs(a.turn - b.turn)).toBeLessThan(1.5);
    }
  });

  it('is flat for those who want no motion', () => {
    expect(flatStandOf(2, 100)).toMatchObject({ z: 0, turn: 0, opacity: 1 });
  });

  it('takes letters and digits for names and leaves signs to commands', () => {
    expect(['a', 'Ä', 'ж', '7'].every(isTypedTo)).toBe(true);
    expect(['?', '/', '-', ' ', 'Enter', 'F5'].some(isTypedTo)).toBe(false);
  });

  it('finds a name that is typed, around the end', () => {
    const names = ['Alps', 'beach', 'Berlin', 'Zoo'];
    expect([
      typedTo(names, 0, 'b'),
      typedTo(names, 2, 'b'),
      typedTo(names, 3, 'b'),
      typedTo(names, 0, 'x'),
    ]).toEqual([1, 2, 1, -1]);
  });
});

const listing = listingOf(
  file(1, { folder: 'a', modified: 100 }),
  file(2, { folder: 'a', modified: 300 }),
  file(3, { folder: 'a/b', modified: 900, kind: 'video' }),
  file(4, { folder: 'c/d', modified: 500, kind: 'video' }),
  file(5, { folder: 'c/e', modified: 200 }),
  file(6, { folder: 'f', modified: 200, kind: 'video' }),
);

describe('covers', () => {
  it('are the newest photo of a folder, else one below it, else a video', () => {
    expect(Object.fromEntries(coversOf(listing))).toEqual({
      ...{ a: 2, 'a/b': 3, 'c/d': 4, 'c/e': 5, f: 6 },
      ...{ c: 5, '': 2 },
    });
  });
});

describe('browsing', () => {
  const tree = folderTree(listing);
  const folders = {
    tree: () => tree,
    node: (_root: number, path: string) =>
      path === '' ? tree : (tree.children.find((one) => one.path === path) ?? null),
    cover: () => null,
  } as unknown as Folders;
  const root = { id: 3, name: 'Pictures', state: 'ready' } as RootInfo;
  const away = { id: 4, name: 'NAS', state: 'offline' } as RootInfo;

  it('shows the chosen folders, then what is in them; one without folders leads to its pictures', () => {
    const top = foldersAt({ kind: 'browse', root: null, path: '' }, [root, away], folders);
    expect(top.map(({ name, count, offline }) => [name, count, offline])).toEqual([
      ['Pictures', 6, false],
      ['NAS', 6, true],
    ]);
    const inside = foldersAt({ kind: 'browse', root: 3, path: '' }, [root], folders);
    expect(inside.map(({ name, place }) => [name, place.kind])).toEqual([
      ['a', 'browse'],
      ['c', 'browse'],
      ['f', 'folder'],
    ]);
    const whole = wholeCard({ kind: 'browse', root: 3, path: 'a' }, [root], folders);
    expect(whole).toMatchObject({ name: 'a', count: 3, place: { kind: 'folder', root: 3, path: 'a' } });
  });

  it('leads up again', () => {
    expect(above({ kind: 'browse', root: 3, path: 'a/b' }, [root])).toEqual({
      kind: 'browse',
      root: 3,
      path: 'a',
    });
    expect(above({ kind: 'browse', root: 3, path: 'a' }, [root])).toEqual({
      kind: 'browse',
      root: 3,
      path: '',
    });
    expect(above({ kind: 'browse', root: 3, path: '' }, [root])).toBeNull();
    expect(above({ kind: 'browse', root: 3, path: '' }, [root, away])).toMatchObject({ root: null });
  });
});
