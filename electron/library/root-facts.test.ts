// Tests of the facts that a first answer waits for: made-up readings of real files, and a clock moved by hand.

import { expect, it } from 'vitest';
import { encodeFacts } from '../shared/listing-table.js';
import { ReadingGuard } from './facts/reading-guard.js';
import { NO_FACTS } from './metadata/media-facts.js';
import { RootFacts } from './root-facts.js';
import { RootIndex } from './root-index.js';
import { HandClock, TestFolder } from './test-files.js';

it('leaves a file that was not read in time to be read later, although it has a date from before', async () => {
  const folder = new TestFolder();
  const clock = new HandClock();
  folder.write('quick.jpg', 'slow.jpg');
  const index = new RootIndex({ path: folder.path });
  const unread = new Set(await index.scan());
  const { listing } = index;
  const idOf = (name: string) => [...unread].find((id) => listing.nameAt(listing.rowOf(id)) === name)!;
  const [quick, slow] = [idOf('quick.jpg'), idOf('slow.jpg')];
  // As a file has one that was renamed.
  listing.applyFacts(encodeFacts([{ id: slow, taken: 1, takenSource: 1 }]));
  const facts = new RootFacts({
    ...{ root: 1, clock, store: null, index: () => index },
    guard: new ReadingGuard({ clock, folder: null, log: () => undefined }),
    ...{ onMedia: () => undefined, onFacts: () => undefined, onLeft: () => undefined },
    ...{ onProblems: () => undefined, log: () => undefined },
    read: ({ path }) =>
      path === 'slow.jpg'
        ? new Promise(() => undefined)
        : Promise.resolve({ media: { ...NO_FACTS, width: 70, height: 1 }, problem: null }),
  });
  const first = facts.readFirst(unread);
  // Both have begun.
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
  clock.move(1000);
  expect([...(await first).id]).toEqual([quick]);
  expect(listing.widthAt(listing.rowOf(quick))).toBe(70);
  expect([...unread]).toEqual([slow]);
  facts.close();
  folder.remove();
});
