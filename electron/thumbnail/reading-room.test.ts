import { expect, it } from 'vitest';
import { ReadingRoom } from './reading-room.js';

/** Reads one file after the other; answers by number which piece of memory each got. */
function pieces(...sizes: number[]): number[] {
  const rooms = new ReadingRoom();
  const seen: Buffer[] = [];
  return sizes.map((size) => {
    const room = rooms.take(size);
    expect(room.length).toBeGreaterThanOrEqual(size);
    // A decoder copies all of what a view is a part of.
    expect(room.buffer.byteLength).toBe(room.length);
    if (!seen.includes(room)) seen.push(room);
    rooms.back(room);
    return seen.indexOf(room);
  });
}

it('uses a piece for some files, and then lets it go', () => {
  expect(pieces(100, 100, 90, 80, 100, 100)).toEqual([0, 0, 0, 0, 1, 1]);
});

it('takes another piece for a file that does not fit, or is much smaller', () => {
  expect(pieces(100, 101, 26, 25)).toEqual([0, 1, 1, 2]);
});

it('keeps no very large piece', () => {
  expect(pieces(17 * 2 ** 20, 17 * 2 ** 20)).toEqual([0, 1]);
});

it('gives a piece to nobody else as long as it is in use', () => {
  const rooms = new ReadingRoom();
  rooms.back(rooms.take(100));
  const first = rooms.take(100);
  expect(rooms.take(100)).not.toBe(first);
});
