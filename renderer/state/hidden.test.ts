import { expect, it } from 'vitest';
import { file, listingOf } from '../testing.js';
import { coversOf } from './folders.js';
import { hiddenFolders } from './hidden.js';
import { membersOf, NOTHING_ELSE } from './members.js';
import type { Place } from './places.js';
import { folderTree } from './tree.js';

const listing = listingOf(
  file(1),
  file(2, { folder: 'a' }),
  file(3, { folder: 'a/b' }),
  file(4, { folder: 'ab', modified: 9e9 }),
);
const shown = (place: Place) => {
  const members = membersOf(place, 7, listing, { ...NOTHING_ELSE, hidden: new Map([[7, ['a', 'ab']]]) });
  return [...listing.id].filter((_, row) => members === null || members(row));
};

it('leaves hidden folders and all below them out of every place but their own', () => {
  expect(shown({ kind: 'all' })).toEqual([1]);
  expect(shown({ kind: 'folder', root: 7, path: '' })).toEqual([1]);
  expect(shown({ kind: 'folder', root: 7, path: 'a' })).toEqual([2, 3]);
  expect(shown({ kind: 'browse', root: 7, path: 'a/b' })).toEqual([3]);
  expect(shown({ kind: 'videos' })).toEqual([]);
});

it('leaves them out of the tree and its pictures', () => {
  const hidden = hiddenFolders(listing, ['a']);
  const tree = folderTree(listing, hidden);
  expect([tree.count, tree.children.map(({ path }) => path)]).toEqual([2, ['ab']]);
  expect(coversOf(listing, hiddenFolders(listing, ['ab'])).get('')).not.toBe(4);
  expect(coversOf(listing, hidden).get('ab')).toBe(4);
  expect(hiddenFolders(listing, [])).toBeNull();
});
