import { expect, it } from 'vitest';
import { portionsOf } from '../../electron/shared/listing-portions.js';
import { encodeListing } from '../../electron/shared/listing-table.js';
import { fakeGallery, file } from '../testing.js';
import { fetchListing } from './library.js';

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
