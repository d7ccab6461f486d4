// Tests of details in main: what is kept of a file serves that file of that folder only.

import { expect, it } from 'vitest';
import { NO_DETAILS } from '../../shared/details.js';
import { encodeListing } from '../../shared/listing-table.js';
import { createCaches } from './caches.js';
import { DetailsReader } from './details.js';
import { item, settle, setUp } from './library-on-stage.js';
import type { LibraryFile } from './library-types.js';
import type { LibraryChild } from './library-process.js';

it('of a file that another folder shows now are asked for again: ids in them are those of the folder before', async () => {
  const asked: unknown[] = [];
  const child = {
    ask: (_name: string, args: { root: number; id: number }) => {
      asked.push(args);
      return Promise.resolve({ ...NO_DETAILS, livePair: args.root * 10 });
    },
  };
  const reader = new DetailsReader({
    ...{ caches: createCaches(() => 0), useCache: true, log: () => undefined },
    child: () => child as unknown as LibraryChild,
  });
  const file = { path: '/P/Trip/a.jpg', kind: 'photo', size: 1, modified: 1 } as const;
  const before: LibraryFile = { ...file, root: 1, id: 3, relative: 'a.jpg' };
  const after: LibraryFile = { ...file, root: 2, id: 7, relative: 'Trip/a.jpg' };
  for (const one of [before, before, after, after]) {
    expect((await reader.read(one)).livePair).toBe(one.root * 10);
  }
  expect(asked).toEqual([
    { root: 1, id: 3 },
    { root: 2, id: 7 },
  ]);
});

it('of a folder that is closed are forgotten, also those that are just being read', async () => {
  const { library, child, openWith, caches } = setUp();
  await openWith(item(0, 'a.heic'), item(1, 'b.heic'));
  const first = library.details(1, 0);
  await settle();
  await child().answer('details', { ...NO_DETAILS, livePair: 4 });
  await first;
  const second = library.details(1, 1);
  await settle();
  library.close(1);
  expect(caches.metadata.stats().size).toBe(0);
  await child().answer('details', { ...NO_DETAILS, livePair: 5 });
  await second;
  expect(caches.metadata.stats().size).toBe(0);

  library.open({ id: 2, path: '/photos/x', name: 'x' });
  await settle();
  await child().answer('scan', encodeListing([item(9, 'a.heic', { folder: '' })], 1));
  const third = library.details(2, 9);
  await settle();
  await child().answer('details', { ...NO_DETAILS, livePair: 8 });
  expect((await third).livePair).toBe(8);
});
