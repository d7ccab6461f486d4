import { expect, it } from 'vitest';
import { Reach } from './reach.js';

it('withdraws what waits for a folder once when it is away, and goes on when it is back and was looked for', async () => {
  const done: string[] = [];
  let found: () => void = () => undefined;
  const reach = new Reach({
    refresh: (root) => {
      done.push(`refresh ${root}`);
      return new Promise<void>((resolve) => (found = resolve));
    },
    settle: () => done.push('settle'),
    withdraw: (root) => done.push(`withdraw ${root}`),
    resume: () => done.push('resume'),
  });
  reach.follow([
    { id: 1, state: 'ready' },
    { id: 2, state: 'offline' },
  ]);
  reach.follow([{ id: 2, state: 'offline' }]);
  expect(done).toEqual(['withdraw 2']);
  reach.follow([{ id: 2, state: 'ready' }]);
  expect(done).toEqual(['withdraw 2', 'refresh 2']);
  found();
  await new Promise(setImmediate);
  expect(done).toEqual(['withdraw 2', 'refresh 2', 'settle', 'resume']);
  reach.follow([{ id: 2, state: 'ready' }]);
  expect(done).toHaveLength(4);
  const moved = reach.moved(1);
  found();
  await moved;
  expect(done.slice(4)).toEqual(['refresh 1', 'settle']);
});
