// Tests of which files are alike, of those that places show.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DuplicateColumns } from '../../electron/shared/duplicates.js';
import { encodeListing } from '../../electron/shared/listing-table.js';
import { asDelivered, fakeGallery, file } from '../testing.js';
import { createApp } from './app.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const ROOT = { name: 'x', path: '/x', state: 'ready' } as const;
const LISTING = [
  file(1, { size: 10 }),
  file(2, { size: 10, folder: 'backup' }),
  file(3, { size: 5 }),
  file(4, { size: 5 }),
  file(5, { size: 5, folder: 'backup/old' }),
];
/** Files 1 and 2, and 3, 4 and 5, are alike; and in another root is one more like the first two. */
const ANSWER: DuplicateColumns = {
  root: Float64Array.of(1, 1, 2, 1, 1, 1),
  id: Uint32Array.of(1, 2, 1, 3, 4, 5),
  group: Uint32Array.of(1, 1, 1, 2, 2, 2),
  ...{ candidates: 6, compared: 6, unreadable: 0 },
};

async function started(visited: boolean) {
  const gallery = fakeGallery({
    'library.duplicates': () => ANSWER,
    'library.listing': (root: number) =>
      asDelivered(encodeListing(root === 1 ? LISTING : [file(1, { size: 10 })])),
  });
  const app = createApp(gallery);
  const roots = [
    { ...ROOT, id: 1 },
    { ...ROOT, id: 2, visited },
  ] as unknown as ReturnType<typeof app.roots.get>;
  app.roots.set(roots);
  app.library.connect();
  app.library.follow([1, 2]);
  app.view.set({ ...app.view.get(), place: { kind: 'duplicates' } });
  app.duplicates.connect();
  await vi.advanceTimersByTimeAsync(2000);
  const groupsOf = (root: number) => Array.from(app.duplicates.groups.of(root) ?? []);
  return { app, roots, groupsOf };
}
const HIDDEN = new Map([[1, ['backup']]]);

it('counts all of the gallery, and room for all but one of each group', async () => {
  const { app, groupsOf } = await started(false);
  expect(app.duplicates.get()).toMatchObject({ groups: 2, files: 6, spare: 30, known: true });
  expect([groupsOf(1), groupsOf(2)]).toEqual([
    [0, 1, 1, 2, 2, 2],
    [0, 1],
  ]);
});

it('leaves out hidden folders as soon as they are, and shows them again', async () => {
  const { app, groupsOf } = await started(true);
  const told = vi.fn();
  app.duplicates.groups.subscribe(told);
  expect(app.duplicates.get()).toMatchObject({ groups: 2, files: 5, spare: 20 });
  app.marks.hidden.set(HIDDEN);
  // A file alone is like no other, and the groups are counted anew.
  expect(app.duplicates.get()).toMatchObject({ groups: 1, files: 2, spare: 5 });
  expect(groupsOf(1)).toEqual([0, 0, 0, 1, 1]);
  app.marks.hidden.set(new Map());
  expect(app.duplicates.get()).toMatchObject({ groups: 2, files: 5, spare: 20 });
  expect(told).toHaveBeenCalledTimes(2);
});

it('leaves out folders that are only visited until they belong to the gallery', async () => {
  const { app, roots, groupsOf } = await started(true);
  expect(groupsOf(2)).toEqual([]);
  app.roots.set(roots.map((one) => ({ ...one, visited: false })));
  await vi.advanceTimersByTimeAsync(2000);
  expect(app.duplicates.get()).toMatchObject({ groups: 2, files: 6, spare: 30 });
});
