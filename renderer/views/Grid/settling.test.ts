// Tests of pictures that come into the order of their dates by themselves, or do not because somebody is at work with them.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { encodeFacts, encodeListing } from '../../../electron/shared/listing-table.js';
import { createApp } from '../../state/app.js';
import { DAY } from '../../state/dates.js';
import { idOfKey, keyOf } from '../../state/keys.js';
import { asDelivered, fakeGallery, file, patchOf } from '../../testing.js';
import { Settling } from './settling.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Files of three days, newest first, none of which has been read. */
async function start() {
  const files = [1, 2, 3].map((id) => file(id, { modified: id * DAY }));
  const gallery = fakeGallery({ 'library.listing': () => asDelivered(encodeListing(files)) });
  const app = createApp(gallery);
  app.roots.set([
    { id: 1, path: '/p', name: 'p', state: 'ready', files: 0, checkedAt: 0, watching: 'native', unread: 0 },
  ]);
  const { items, library, selection, view } = app;
  library.connect();
  selection.connect();
  items.connect();
  let top = true;
  const settling = new Settling(app, () => top);
  settling.connect();
  library.follow([1]);
  await vi.runAllTimersAsync();
  let version = 0;
  return {
    ...{ app, settling, selection, view },
    ids: () => [...items.get().keys].map(idOfKey),
    outdated: () => items.outdated.get(),
    scroll: () => void (top = false),
    /** The date of a file is read. */
    async tell(id: number, day: number) {
      const facts = encodeFacts([{ id, taken: day * DAY, takenSource: 1 }]);
      gallery.emit('library.facts', { root: 1, facts });
      await vi.runAllTimersAsync();
    },
    async arrive(id: number) {
      const patch = patchOf(version++, [file(id, { modified: id * DAY })]);
      gallery.emit('library.patch', { root: 1, patch });
      await vi.runAllTimersAsync();
    },
    settle: () => vi.runAllTimersAsync(),
  };
}

it('come into order by themselves, each time that dates are read', async () => {
  const { tell, ids, outdated } = await start();
  expect(ids()).toEqual([3, 2, 1]);
  await tell(3, 0);
  expect([ids(), outdated()]).toEqual([[2, 1, 3], false]);
  await tell(1, 9);
  expect([ids(), outdated()]).toEqual([[1, 2, 3], false]);
});

it.each<[string, (at: Awaited<ReturnType<typeof start>>) => unknown]>([
  ['somebody has touched them', ({ settling }) => settling.touch()],
  ['they are scrolled', ({ scroll }) => scroll()],
  ['one of them is selected', ({ selection }) => selection.toggle(keyOf(1, 2))],
  ['one of them is in the viewer', ({ view }) => view.change({ item: keyOf(1, 2) })],
])('stay where they are, and the order is offered, when %s', async (_why, touch) => {
  const at = await start();
  touch(at);
  await at.tell(3, 0);
  expect([at.ids(), at.outdated()]).toEqual([[3, 2, 1], true]);
});

it('stay where they are when somebody begins while they are put in order', async () => {
  const { app, settling, tell, ids, outdated } = await start();
  app.items.outdated.subscribe(() => {
    if (!outdated()) settling.touch();
  });
  await tell(3, 0);
  expect([ids(), outdated()]).toEqual([[3, 2, 1], true]);
});

it('stay where they are when a file has come', async () => {
  const { arrive, tell, ids, outdated } = await start();
  await arrive(4);
  expect(ids()).toEqual([4, 3, 2, 1]);
  await tell(4, 0);
  expect([ids(), outdated()]).toEqual([[4, 3, 2, 1], true]);
});

it('stay where they are when another folder is chosen', async () => {
  const { app, settling, settle, tell, ids, outdated } = await start();
  settling.touch();
  app.roots.set([{ ...app.roots.get()[0]! }, { ...app.roots.get()[0]!, id: 2, path: '/q', name: 'q' }]);
  app.library.follow([1, 2]);
  await settle();
  expect(ids()).toHaveLength(6);
  const before = ids();
  await tell(3, 0);
  expect([ids(), outdated()]).toEqual([before, true]);
});

it('stay where somebody has put them in order', async () => {
  const { app, settling, settle, tell, ids, outdated } = await start();
  settling.touch();
  await tell(3, 0);
  app.items.reorder();
  await settle();
  await tell(1, 9);
  expect([ids(), outdated()]).toEqual([[2, 1, 3], true]);
});

it('come into order again in another place', async () => {
  const { settling, view, settle, tell, ids } = await start();
  settling.touch();
  view.open({ kind: 'newest' });
  await settle();
  await tell(3, 0);
  expect(ids()).toEqual([2, 1, 3]);
});
