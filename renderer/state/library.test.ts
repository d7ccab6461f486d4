import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ListingPatch } from '../../electron/shared/listing.js';
import { portionsOf } from '../../electron/shared/listing-portions.js';
import { encodeFacts, encodeListing } from '../../electron/shared/listing-table.js';
import { asDelivered, fakeGallery, file, patchOf } from '../testing.js';
import { fetchListing, Library, type LibraryChange } from './library.js';

it('puts a listing together from all its portions', async () => {
  const columns = encodeListing(
    Array.from({ length: 25 }, (_, id) => file(id)),
    3,
  );
  const portions = portionsOf(columns, 10);
  const next = () => ({ ...portions.next().value, delivery: 5 });
  const gallery = fakeGallery({ 'library.listing': next, 'library.listingRest': next });
  expect(await fetchListing(gallery, 1)).toMatchObject(columns);
  expect(gallery.calls).toEqual([
    ['library.listing', 1],
    ['library.listingRest', 5],
    ['library.listingRest', 5],
  ]);
});

describe('a large change', () => {
  const patch = (from: number, first: number, removed: readonly number[], more: boolean) => ({
    ...patchOf(
      from,
      Array.from({ length: 2000 }, (_, i) => file(first + i)),
      removed,
    ),
    more,
  });

  async function follow() {
    const gallery = fakeGallery({
      'library.listing': () => asDelivered(encodeListing([file(0), file(1), file(2)], 1)),
    });
    const turns: (() => void)[] = [];
    const pause = () => new Promise<void>((done) => turns.push(done));
    const library = new Library(gallery, (error) => expect.unreachable(String(error)), pause);
    library.connect();
    library.follow([1]);
    await vi.advanceTimersByTimeAsync(1000);
    const told: (readonly LibraryChange[])[] = [];
    const parts: number[] = [];
    library.subscribe((changes) => told.push(changes));
    library.subscribeToParts(() => parts.push(library.listing(1)!.count));
    const send = (patch: ListingPatch) => gallery.emit('library.patch', { root: 1, patch });
    return { gallery, library, turns, told, parts, send };
  }

  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is entered in pieces and told once', async () => {
    const { gallery, library, turns, told, parts, send } = await follow();
    for (let i = 0; i < 4; i++) send(patch(1 + i, 10 + i * 2000, [i], i < 3));
    gallery.emit('library.facts', { root: 1, facts: encodeFacts([{ id: 10, width: 5, height: 5 }]) });
    await vi.advanceTimersByTimeAsync(250);
    // Three of them are more than is entered at once.
    expect([parts, told, turns.length]).toEqual([[6000], [], 1]);
    turns.shift()!();
    await vi.advanceTimersByTimeAsync(0);
    expect(library.listing(1)!.count).toBe(8000);
    expect([parts.length, turns.length, told.length]).toEqual([1, 0, 1]);
    const [{ kind, gone, fresh } = { kind: null, gone: [], fresh: [] }] = told[0]!;
    expect([kind, gone, fresh.length]).toEqual(['patch', [0, 1, 2], 8000]);
  });

  it('waits for what main has not sent yet', async () => {
    const { told, parts, send } = await follow();
    send(patch(1, 10, [0], true));
    await vi.advanceTimersByTimeAsync(1000);
    expect([parts.length, told.length]).toEqual([1, 0]);
    send(patch(2, 3000, [1], false));
    await vi.advanceTimersByTimeAsync(1000);
    expect(told.map(([change]) => change?.fresh.length)).toEqual([4000]);
  });

  it('of which a part is missing gives way to the listing anew', async () => {
    const { library, told, send, gallery } = await follow();
    send(patch(1, 10, [0], true));
    await vi.advanceTimersByTimeAsync(1000);
    send(patch(5, 3000, [1], false));
    await vi.advanceTimersByTimeAsync(1000);
    expect(gallery.calls.filter(([name]) => name === 'library.listing')).toHaveLength(2);
    expect(told.map(([change]) => change?.kind)).toEqual(['patch', 'reset']);
    expect(library.listing(1)!.count).toBe(3);
  });
});
