// Tests of the library in main: what can be asked for without dimensions, and taking things out of the caches by hand.

import { describe, expect, it } from 'vitest';
import { NO_DETAILS } from '../../shared/details.js';
import { encodeListing } from '../../shared/listing-table.js';
import { CLEANUP_MS, cleanUp, describeCaches } from './caches.js';
import { factsOf, item, patchOf, settle, setUp } from './library-on-stage.js';

const asked = ({ questions }: { questions: readonly { name: string }[] }) =>
  questions.map(({ name }) => name);

/** A library of two folders whose details have been asked for. */
async function withDetails() {
  const stage = setUp();
  const { library, child, openWith } = stage;
  const files = [item(0, 'a.jpg', { folder: 'x' }), item(1, 'b.jpg', { folder: 'x/y' })];
  await openWith(...files, item(2, 'c.jpg', { folder: 'xy' }));
  for (const id of [0, 1, 2]) {
    const details = library.details(1, id);
    await settle();
    await child().answer('details', NO_DETAILS);
    await details;
  }
  return stage;
}

describe('dimensions', () => {
  it('are waited for only by who asks for them', async () => {
    const { library, child, openWith } = setUp();
    await openWith(item(0, 'a.jpg'));
    const refresh = library.refresh(1);
    await settle();
    const args = await child().answer('scan', encodeListing([item(0, 'a.jpg')], 1));
    expect(args).toMatchObject({ includeDimensions: false });
    await refresh;
  });

  it('are in the listing under a key of their own, which serves also who can do without', async () => {
    const { library, child, openWith, cache } = setUp();
    await openWith(item(0, 'a.jpg'));
    expect(cache.stats().keys).toEqual([expect.stringMatching(/^dir:[\da-f]{32}_with_dims$/)]);
    await library.look(1, { includeDimensions: false });
    await library.look(1);
    expect(child().questions).toEqual([]);
  });

  it('lead to another reading when the first was without them', async () => {
    const { library, child, cache } = setUp();
    library.open({ id: 1, path: '/photos', name: 'photos' });
    await settle();
    await child().answer('scan', new Error('a fault of ours'));
    const bare = library.look(1, { useCache: false, includeDimensions: false });
    await settle();
    const args = await child().answer('scan', encodeListing([item(0, 'a.jpg')], 1));
    expect(args).toMatchObject({ includeDimensions: false });
    await bare;
    expect(cache.stats().keys).toEqual([expect.stringMatching(/_no_dims$/)]);
    await child().answer('watch', 'native');
    await library.look(1, { includeDimensions: false });
    expect(child().questions).toEqual([]);
    const full = library.look(1);
    await settle();
    // The disk has been read: only the files that come first are still to be looked into.
    expect(await child().answer('verify', null)).toMatchObject({ includeDimensions: true });
    await full;
    expect(cache.stats().keys).toEqual([expect.stringMatching(/_with_dims$/)]);
  });

  it('are missing after a reading without them that finds other files, until all have been read', async () => {
    const { library, child, openWith, cache } = setUp();
    await openWith(item(0, 'a.jpg'));
    const refresh = library.refresh(1);
    await settle();
    await child().answer('scan', encodeListing([item(0, 'a.jpg'), item(2, 'c.jpg')], 5));
    await refresh;
    expect(cache.stats().keys).toEqual([expect.stringMatching(/_no_dims$/)]);
    child().send('reading', { root: 1, left: 1 });
    expect(cache.stats().keys).toEqual([expect.stringMatching(/_no_dims$/)]);
    child().send('reading', { root: 1, left: 0 });
    expect(cache.stats().keys).toEqual([expect.stringMatching(/_with_dims$/)]);
    const read = { takenSource: 4, taken: 1 };
    const again = library.refresh(1);
    await settle();
    await child().answer('scan', encodeListing([item(0, 'a.jpg', read), item(2, 'c.jpg', read)], 6));
    await again;
    expect(cache.stats().keys).toEqual([expect.stringMatching(/_with_dims$/)]);
  });
});

it('forgets details when more is known of a file, as of one that could not be read before', async () => {
  const { library, child } = await withDetails();
  await library.details(1, 1);
  expect(asked(child())).not.toContain('details');
  child().send('facts', { root: 1, facts: factsOf(1, 40) });
  const again = library.details(1, 1);
  await settle();
  expect(await child().answer('details', NO_DETAILS)).toMatchObject({ id: 1 });
  await again;
});

describe('invalidation by hand', () => {
  it('of one folder reads that folder again, and forgets the details of its files only', async () => {
    const { library, child, caches } = await withDetails();
    expect(library.invalidate({ root: 1, folder: 'x', below: false })).toBe(2);
    expect(caches.metadata.stats().size).toBe(2);
    await settle();
    expect(await child().answer('verify', null)).toMatchObject({ root: 1, whole: false });
    // Not before that folder has been read.
    expect(caches.directory.stats().size).toBe(0);
    const args = await child().answer('rescan', patchOf(1, [item(3, 'd.jpg', { folder: 'x' })]));
    expect(args).toEqual({ root: 1, folders: ['x'], trees: [] });
    expect((await library.look(1)).count).toBe(4);
    expect(caches.directory.stats().size).toBe(1);
    expect(child().questions).toEqual([]);
  });

  it('of a folder with all below it', async () => {
    const { library, child, caches } = await withDetails();
    expect(library.invalidate({ root: 1, folder: 'x', below: true })).toBe(3);
    // Not of a folder whose name only begins alike.
    expect(caches.metadata.stats().size).toBe(1);
    await settle();
    await child().answer('verify', null);
    expect(await child().answer('rescan', null)).toEqual({ root: 1, folders: [], trees: ['x'] });
  });

  it('of everything compares every file with the disk', async () => {
    const { library, child, caches, log } = await withDetails();
    expect(library.invalidate(null)).toBe(4);
    expect([caches.metadata.stats().size, caches.directory.stats().size]).toEqual([0, 0]);
    await settle();
    expect(await child().answer('verify', null)).toMatchObject({ root: 1, whole: true });
    expect(caches.directory.stats().size).toBe(1);
    expect(log).toContainEqual(expect.stringMatching(/^Cache invalidated: .*1 listings, 3 details$/));
  });

  it('overtakes a look that has begun: who looks afterwards gets a later one', async () => {
    const { clock, library, child, openWith } = setUp();
    await openWith(item(0, 'a.jpg'));
    clock.time += 300_000;
    void library.look(1);
    await settle();
    library.invalidate({ root: 1, folder: '', below: true });
    library.invalidate({ root: 1, folder: '', below: true });
    await settle();
    await child().answer('verify', null);
    expect(asked(child())).toEqual(['verify']);
    expect(await child().answer('verify', null)).toMatchObject({ root: 1, whole: true });
    expect(asked(child())).toEqual([]);
  });

  it('of a folder that is not open is refused', async () => {
    const { library } = setUp();
    expect(() => library.invalidate({ root: 7, folder: '', below: true })).toThrow(/no longer part/);
    await library.stop();
  });
});

describe('the caches by name', () => {
  it('are cleaned of what has expired, and described', async () => {
    const { clock, caches, log } = await withDetails();
    expect(describeCaches(caches, true)).toBe('Cache initialised: listings live 300 s, metadata 600 s');
    expect(describeCaches(caches, false)).toMatch(/^Cache switched off/);
    clock.time += 300_000;
    expect(cleanUp(caches, (level, message) => log.push(level, message))).toBe(1);
    expect(log.slice(-2)).toEqual(['info', 'Cache cleanup: 1 listings, 0 details expired']);
    clock.time += 300_000 + CLEANUP_MS;
    expect(cleanUp(caches, (_level, message) => log.push(message))).toBe(3);
    expect(cleanUp(caches, () => log.push('nothing to say'))).toBe(0);
    expect(log.at(-1)).toBe('Cache cleanup: 0 listings, 3 details expired');
  });

  it('can be cleared: the next look asks again', async () => {
    const { library, child, caches } = await withDetails();
    caches.directory.clear();
    const look = library.look(1);
    await settle();
    await child().answer('verify', null);
    await look;
    caches.metadata.clear();
    const details = library.details(1, 0);
    await settle();
    await child().answer('details', NO_DETAILS);
    expect(await details).toEqual(NO_DETAILS);
  });
});
