// Tests of large changes, which main enters one patch in each turn of its loop.

import { expect, it, vi } from 'vitest';
import type { ListingPatch } from '../../shared/listing.js';
import { encodeListing } from '../../shared/listing-table.js';
import { FakeChild, factsOf, item, patchOf, settle, setUp } from './library-on-stage.js';

const turn = () => new Promise(setImmediate);
const PARTS: readonly ListingPatch[] = [
  { ...patchOf(1, [item(1, 'b.jpg')], [0]), more: true },
  { ...patchOf(2, [item(2, 'c.jpg')]), more: true },
  patchOf(3, [item(3, 'd.jpg')]),
];

/** The library process has answered with the parts above, and the first of them has been entered. */
async function underWay() {
  const stage = setUp();
  await stage.openWith(item(0, 'a.jpg'));
  stage.child().send('changed', { root: 1, folders: ['x'] });
  stage.child().asked('rescan').resolve(PARTS);
  while (stage.events.length === 0) await turn();
  return stage;
}

it('enters and tells one part in each turn', async () => {
  const { events, library, info } = await underWay();
  const told = () => events.filter(([name]) => name === 'patch').map(([, , from]) => from);
  const seen = [told()];
  for (let i = 0; i < 3; i++) {
    await turn();
    seen.push(told());
  }
  expect(seen).toEqual([[1], [1, 2], [1, 2, 3], [1, 2, 3]]);
  expect(events.slice(0, 2)).toEqual([
    ['patch', 1, 1],
    ['files', 1, '1', '0', ''],
  ]);
  expect([info().files, library.lookUp(1, 3)?.relative]).toEqual([3, 'x/d.jpg']);
});

it('keeps facts of files that are not entered yet', async () => {
  const { events, library, child } = await underWay();
  child().send('facts', { root: 1, facts: factsOf(3, 70) });
  await settle();
  expect(events.at(-1)).toEqual(['facts', 1, 3]);
  expect(library.known(1)?.widthAt(library.known(1)!.rowOf(3))).toBe(70);
});

it('enters a scan that is answered meanwhile after it', async () => {
  const { events, library, child, log } = await underWay();
  const look = library.look(1, { useCache: false });
  await Promise.resolve();
  child()
    .asked('scan')
    .resolve(encodeListing([item(3, 'd.jpg'), item(4, 'e.jpg')], 5));
  expect((await look).count).toBe(2);
  expect(events.map(([name]) => name)).toEqual([
    ...['patch', 'files', 'patch', 'files', 'patch', 'files', 'reset', 'files'],
  ]);
  expect(log.filter((line) => line.includes('refused'))).toEqual([]);
});

it('lets a new process give none of the ids that are still to be entered', async () => {
  const { child, children, timers, events } = await underWay();
  const ask = vi.spyOn(FakeChild.prototype, 'ask');
  child().crash();
  while (timers.length === 0) await Promise.resolve();
  timers.splice(0).forEach(({ callback }) => callback());
  while (!ask.mock.calls.some(([name]) => name === 'restore')) await Promise.resolve();
  expect([children.length, events.filter(([name]) => name === 'patch').length]).toEqual([2, 1]);
  expect(ask.mock.calls.find(([name]) => name === 'restore')?.[1]).toMatchObject({ firstId: 4 });
  ask.mockRestore();
  await settle();
});

it('stops when the folder is closed', async () => {
  const { events, library } = await underWay();
  library.close(1);
  await settle();
  expect(events.filter(([name]) => name === 'patch')).toHaveLength(1);
});
