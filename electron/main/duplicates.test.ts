// Tests of finding files with the same content.

import { expect, it } from 'vitest';
import { Duplicates, type Content, type DuplicateSources } from './duplicates.js';

interface Made {
  readonly root: number;
  readonly id: number;
  readonly size: number;
  readonly content: string;
}

function finder(files: readonly Made[]) {
  const hurried: number[] = [];
  const asked: number[] = [];
  const of = (root: number) => files.filter((one) => one.root === root);
  let now = 0;
  const sources: DuplicateSources = {
    files: () =>
      [1, 2].map((root) => ({
        root,
        id: Uint32Array.from(of(root), ({ id }) => id),
        size: Float64Array.from(of(root), ({ size }) => size),
      })),
    contentOf: (root, id): Content => {
      asked.push(id);
      const { content } = files.find((one) => one.root === root && one.id === id)!;
      return content === 'unknown' || content === 'unreadable' || content === 'gone'
        ? content
        : { name: content };
    },
    hurry: (_root, ids) => hurried.push(...ids),
    clock: () => (now += 1),
  };
  return { duplicates: new Duplicates(sources), hurried, asked };
}
const file = (root: number, id: number, size: number, content: string): Made => ({ root, id, size, content });

it('groups what is the same in all folders, what takes the most room first', async () => {
  const { duplicates, asked } = finder([
    file(1, 1, 10, 'a'),
    file(1, 2, 10, 'a'),
    file(1, 3, 10, 'b'),
    file(1, 4, 500, 'c'),
    file(2, 5, 500, 'c'),
    file(2, 6, 77, 'd'),
    file(2, 7, 0, 'empty'),
    file(2, 8, 0, 'empty'),
  ]);
  const found = await duplicates.find();
  expect([[...found.root], [...found.id], [...found.group]]).toEqual([
    [1, 2, 1, 1],
    [4, 5, 1, 2],
    [1, 1, 2, 2],
  ]);
  expect(found).toMatchObject({ candidates: 5, compared: 5, unreadable: 0 });
  // A file of a size of its own is like no other.
  expect(asked).not.toContain(6);
});

it('says what it does not know, and has it read', async () => {
  const { duplicates, hurried } = finder([
    file(1, 1, 10, 'a'),
    file(1, 2, 10, 'unknown'),
    file(1, 3, 10, 'unreadable'),
    file(1, 4, 10, 'gone'),
    file(1, 5, 99, 'unknown'),
  ]);
  const found = await duplicates.find();
  expect(found).toMatchObject({ candidates: 3, compared: 1, unreadable: 1 });
  expect(found.id).toHaveLength(0);
  expect(hurried).toEqual([2]);
});

it('has nothing read for those who only want to know how many there are', async () => {
  const { duplicates, hurried } = finder([file(1, 1, 10, 'a'), file(1, 2, 10, 'unknown')]);
  expect(await duplicates.find(false)).toMatchObject({ candidates: 2, compared: 1 });
  expect(hurried).toEqual([]);
  // Together with somebody who wants more.
  await Promise.all([duplicates.find(false), duplicates.find(true)]);
  expect(hurried).toEqual([2]);
});

it('is asked once by many', async () => {
  const { duplicates, asked } = finder([file(1, 1, 10, 'a'), file(1, 2, 10, 'a')]);
  const [first, second] = await Promise.all([duplicates.find(), duplicates.find()]);
  expect(first).toBe(second);
  expect(asked).toEqual([1, 2]);
});
