// Tests of keeping facts until they are written, whatever becomes of a writing.

import { expect, it } from 'vitest';
import { deferred } from '../../shared/deferred.js';
import type { IndexDatabase } from '../database/index-database.js';
import type { MediaRecord } from '../database/media-table.js';
import { NO_FACTS } from '../metadata/media-facts.js';
import type { Renamed } from '../renames.js';
import { HandClock } from '../test-files.js';
import { FactStore } from './fact-store.js';

const record = (path: string, width = 1): MediaRecord => ({
  path,
  size: 1,
  mtime: 1,
  facts: { ...NO_FACTS, width },
});
const settle = async () => {
  for (let i = 0; i < 10; i++) await new Promise(setImmediate);
};

function setUp() {
  const clock = new HandClock();
  const log: string[] = [];
  const written: string[][] = [];
  const faults: Error[] = [];
  const moved = deferred<boolean>();
  const database = {
    putMetadata: (_root: string, records: readonly MediaRecord[]) => {
      const fault = faults.shift();
      if (fault) return Promise.reject(fault);
      written.push(records.map(({ path, facts }) => `${path} ${facts.width}`));
      return Promise.resolve(true);
    },
    findMetadata: () => Promise.resolve(new Map()),
    pruneMetadata: () => Promise.resolve(true),
    moveMetadata: (_root: string, renamed: readonly Renamed[]) => {
      written.push(renamed.map(({ from, to }) => `${from} -> ${to}`));
      return moved.promise;
    },
  };
  const store = new FactStore(database as unknown as IndexDatabase, '/root', clock, (level, message) =>
    log.push(`${level}: ${message}`),
  );
  return { clock, log, written, faults, moved, store };
}

it('a fault in the writing is logged, and what was to be written is kept and written later', async () => {
  const { clock, log, written, faults, store } = setUp();
  faults.push(new TypeError('a fault of ours'));
  store.put(record('a.jpg'));
  store.put(record('b.jpg'));
  clock.move(1000);
  await settle();
  expect(log).toEqual(['error: Metadata of /root was not written: TypeError: a fault of ours']);
  expect((await store.find('a.jpg', 1, 1))?.width).toBe(1);
  // What comes meanwhile is newer.
  store.put(record('b.jpg', 7));
  clock.move(29_000);
  await settle();
  expect(written).toEqual([]);
  clock.move(1000);
  await settle();
  expect(written.map((paths) => paths.sort())).toEqual([['a.jpg 1', 'b.jpg 7']]);
  expect([log.length, clock.waiting]).toEqual([1, 0]);
});

it('a fault in the writing keeps nobody from forgetting files, nor from ending', async () => {
  const { log, faults, store } = setUp();
  faults.push(new TypeError('first'), new TypeError('second'));
  store.put(record('a.jpg'));
  expect(await store.prune(() => true)).toBe(true);
  await store.close(true);
  expect(log).toHaveLength(2);
});

const renamed: Renamed = { from: 'a.jpg', to: 'b.jpg', size: 1, modified: 1 };

it('a renamed file takes its facts along once they are written, and nobody is told before that there are none', async () => {
  const { written, moved, store } = setUp();
  store.put(record('a.jpg'));
  store.move([renamed]);
  let told = false;
  void store.find('b.jpg', 1, 1).then(() => (told = true));
  await settle();
  expect([written, told]).toEqual([[['a.jpg 1'], ['a.jpg -> b.jpg']], false]);
  moved.resolve(true);
  await settle();
  expect(told).toBe(true);
});

it('a renamed file takes along what could not be written, of the same version', async () => {
  const { faults, moved, store } = setUp();
  moved.resolve(true);
  faults.push(new TypeError('full'));
  store.put(record('a.jpg', 7));
  store.put(record('c.jpg', 8));
  store.move([renamed, { from: 'c.jpg', to: 'd.jpg', size: 2, modified: 1 }]);
  const [a, b, d] = await Promise.all(['a.jpg', 'b.jpg', 'd.jpg'].map((path) => store.find(path, 1, 1)));
  expect([a, b?.width, d]).toEqual([null, 7, null]);
});
