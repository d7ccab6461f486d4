// Tests of the folders of a listing: that those without files do not stay for ever.

import { describe, expect, it } from 'vitest';
import { FolderNames } from './folder-names.js';
import { encodeListing, encodeRows, Listing } from './listing-table.js';

const numbers = (...all: number[]) => Uint32Array.from(all);
const item = (id: number, folder: string) => ({
  ...{ id, folder, name: `${id}.jpg`, kind: 'photo' as const, size: 1, modified: 1 },
});
const none = new Uint32Array();

describe('folders', () => {
  it('are joined without those that no file names', () => {
    const names = FolderNames.of('a\0\0c\0d', 4);
    const column = numbers(3, 1, 3, 1);
    expect(names.join(column)).toBe('\0d');
    expect([...column]).toEqual([1, 0, 1, 0]);
    // What is kept here keeps its numbers.
    expect(names.all).toEqual(['a', '', 'c', 'd']);
    expect([names.indexOf('d'), names.indexOf('e')]).toEqual([3, 4]);
    expect(names.join(numbers())).toBe('');
  });

  it('keep their numbers while few are unused, and get new ones when many are', () => {
    const names = FolderNames.of('a\0b', 2);
    const column = numbers(1, 0, 1);
    let count = 0;
    while (names.all.length < 1000) names.indexOf(`f${count++}`);
    const before = names.all;
    names.tidy(column);
    expect(names.all).toBe(before);
    column[0] = names.indexOf('last');
    while (names.all.length < 2000) names.indexOf(`f${count++}`);
    names.tidy(column);
    expect(names.all).toEqual(['a', 'b', 'last']);
    expect(names.all).not.toBe(before);
    expect([...column]).toEqual([2, 0, 1]);
    expect([names.indexOf('last'), names.indexOf('f0')]).toEqual([2, 3]);
  });
});

describe('a listing whose folders are renamed again and again', () => {
  const renamed = (times: number) => {
    const listing = Listing.from(encodeListing([item(1, 'still'), item(2, 'name 0')]));
    for (let from = 0; from < times; from++) {
      listing.apply({ from, removed: none, rows: encodeRows([item(2, `name ${from + 1}`)]) });
      listing.tidy();
    }
    return listing;
  };

  it('does not grow', () => {
    const listing = renamed(5000);
    expect(listing.folders.length).toBeLessThan(1100);
    expect([listing.pathAt(0), listing.pathAt(1)]).toEqual(['still/1.jpg', 'name 5000/2.jpg']);
  });

  it('is sent and stored with the folders it has', () => {
    const columns = renamed(3).columns();
    expect(columns.folders).toBe('still\0name 3');
    const copy = Listing.from(columns);
    expect([copy.pathAt(0), copy.pathAt(1)]).toEqual(['still/1.jpg', 'name 3/2.jpg']);
  });

  it('shares no numbers with what it has sent', () => {
    const listing = renamed(1);
    const columns = listing.columns();
    listing.apply({ from: 1, removed: none, rows: encodeRows([item(2, 'else')]) });
    expect([...columns.folder]).toEqual([0, 1]);
    expect(listing.pathAt(1)).toBe('else/2.jpg');
  });
});
