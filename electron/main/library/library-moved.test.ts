// Tests of the library in main: what happens to a root whose path leads to another folder than before.

import { expect, it } from 'vitest';
import { deferred } from '../../shared/deferred.js';
import { encodeListing } from '../../shared/listing-table.js';
import { item, settle, setUp } from './library-on-stage.js';

it('resolves a root whose path leads elsewhere before it enters anything that was read there', async () => {
  const resolved = deferred();
  const moved: number[] = [];
  const onMoved = (root: number) => (moved.push(root), resolved.promise);
  const { library, child, openWith, events } = setUp({ onMoved });
  await openWith(item(0, 'a.jpg'));
  const refresh = library.refresh(1);
  await settle();
  child().send('moved', { root: 1 });
  child().send('moved', { root: 9 });
  await child().answer('scan', encodeListing([item(1, 'b.jpg')], 2));
  expect([moved, events, library.lookUp(1, 1)]).toEqual([[1], [], undefined]);
  resolved.resolve();
  await refresh;
  expect(events[0]).toEqual(['reset', 1]);
  expect(library.lookUp(1, 1)?.relative).toBe('x/b.jpg');
});
