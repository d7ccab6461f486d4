import { expect, it } from 'vitest';
import { joinPortions, portionsOf } from './listing-portions.js';
import { encodeListing, Listing, type RowItem } from './listing-table.js';

const item = (id: number): RowItem => ({
  ...{ id, folder: `folder ${id % 3}`, name: id % 4 === 0 ? '' : `né ${id}.jpg`, kind: 'photo' },
  ...{ size: id * 10, modified: id * 1000.5, width: id, height: id + 1 },
});
const columnsOf = (rows: number) =>
  encodeListing(
    Array.from({ length: rows }, (_, i) => item(i)),
    7,
  );

it.each([0, 1, 9, 10, 11, 20, 25])('cuts and joins %d rows', (rows) => {
  const columns = columnsOf(rows);
  const portions = [...portionsOf(columns, 10)];
  expect(portions.map(({ id, left, total }) => [id.length, left, total])).toEqual(
    Array.from({ length: Math.max(1, Math.ceil(rows / 10)) }, (_, i) => {
      return [Math.min(10, rows - i * 10), Math.max(0, rows - i * 10 - 10), rows];
    }),
  );
  expect(joinPortions(portions)).toMatchObject(columns);
  const { names, folders } = Listing.from(joinPortions(portions)).columns();
  expect({ names, folders }).toEqual({ names: columns.names, folders: columns.folders });
});

it('takes no more than a portion of any column into a message', () => {
  for (const portion of portionsOf(columnsOf(25), 10)) {
    expect(portion.size.buffer.byteLength).toBe(portion.id.length * 8);
  }
});

it('does not join what is not whole', () => {
  const [first, , third] = portionsOf(columnsOf(25), 10);
  expect(() => joinPortions([first!, third!])).toThrow('did not come whole');
  expect(() => joinPortions([])).toThrow('did not come whole');
});
