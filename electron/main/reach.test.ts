import { expect, it } from 'vitest';
import { Reach } from './reach.js';

it('withdraws what waits for a folder once when it is away, and goes on when it is back and was looked for', async () => {
  const done: string[] = [];
  let found: () => void = () => undefined;
  const reach = new Reach({
    refresh: (root) => {
      done.push(`refresh ${root}`);
      return new Promise((resolve) => (found = resolve));
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
  await Promise.resolve();
  expect(done).toEqual(['withdraw 2', 'refresh 2', 'settle', 'resume']);
  reach.follow([{ id: 2, state: 'ready' }]);
  expect(done).toHaveLength(4);
});
