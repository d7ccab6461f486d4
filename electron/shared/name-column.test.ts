// Tests of the names of a listing.

import { describe, expect, it } from 'vitest';
import { NameColumn } from './name-column.js';

const namesOf = (column: NameColumn) => Array.from({ length: column.length }, (_, row) => column.at(row));

describe('names', () => {
  it('are cut out of the joined text', () => {
    const column = NameColumn.of('a.jpg\0\0Ünïcode 🖼.png\0caf\udce9', 4)!;
    expect(namesOf(column)).toEqual(['a.jpg', '', 'Ünïcode 🖼.png', 'caf\udce9']);
    expect(column.join()).toBe('a.jpg\0\0Ünïcode 🖼.png\0caf\udce9');
    expect(namesOf(NameColumn.of('', 1)!)).toEqual(['']);
    expect(namesOf(NameColumn.of('', 0)!)).toEqual([]);
  });

  it('must be as many as there are rows', () => {
    for (const [joined, count] of [
      ['a', 0],
      ['a', 2],
      ['a\0b', 1],
      ['a\0b', 3],
      ['', 2],
    ] as const) {
      expect(NameColumn.of(joined, count)).toBeNull();
    }
  });

  it('can be replaced, added and taken out like those of a list', () => {
    const column = NameColumn.of('a\0b\0c', 3)!;
    const list = ['a', 'b', 'c'];
    let seed = 1;
    for (let i = 0; i < 500; i++) {
      seed = (seed * 48_271) % 2_147_483_647;
      if (seed % 3 === 0) {
        list.length = Math.max(0, list.length - (seed % 4));
        column.cut(list.length);
      } else {
        const row = seed % 3 === 1 ? list.length : seed % (list.length + 1);
        list[row] = `n${i}`;
        column.set(row, `n${i}`);
      }
      expect(namesOf(column)).toEqual(list);
      expect(column.join()).toBe(list.join('\0'));
    }
  });

  it('stay what they are when they are joined anew, however many have changed', () => {
    const list = Array.from({ length: 3000 }, (_, row) => `${row}`);
    const column = NameColumn.of(list.join('\0'), list.length)!;
    let seed = 1;
    for (let i = 0; i < 20_000; i++) {
      seed = (seed * 48_271) % 2_147_483_647;
      if (seed % 5 === 0) {
        list.length = Math.max(0, list.length - (seed % 3));
        column.cut(list.length);
      } else {
        const row = seed % 5 === 1 ? list.length : seed % (list.length + 1);
        list[row] = `n${i}`;
        column.set(row, `n${i}`);
      }
      column.tidy();
    }
    expect(namesOf(column)).toEqual(list);
    expect(column.join()).toBe(list.join('\0'));
  });

  it('are not kept one by one for ever', () => {
    const column = NameColumn.of(Array.from({ length: 5000 }, () => 'a').join('\0'), 5000)!;
    for (let row = 0; row < 5000; row++) {
      column.set(row, `b${row}`);
      column.tidy();
      expect(column.loose).toBeLessThan(1400);
    }
    column.join();
    expect(column.loose).toBe(0);
  });
});
