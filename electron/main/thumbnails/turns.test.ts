import { expect, it } from 'vitest';
import { deferred } from '../../shared/deferred.js';
import { Turns } from './turns.js';

it('does what has the same key one after the other, also after a failure, and anything else at once', async () => {
  const turns = new Turns();
  const done: string[] = [];
  const gates = { a: deferred(), b: deferred() };
  const first = turns.take('key', async () => {
    await gates.a.promise;
    done.push('first');
    throw new Error('It failed.');
  });
  const second = turns.take('key', async () => {
    done.push('second begins');
    await gates.b.promise;
    return 'second';
  });
  await turns.take('other', () => Promise.resolve(done.push('other')));
  expect(done).toEqual(['other']);
  gates.a.resolve();
  await expect(first).rejects.toThrow('It failed.');
  gates.b.resolve();
  expect(await second).toBe('second');
  expect(await turns.take('key', () => Promise.resolve('third'))).toBe('third');
  expect(done).toEqual(['other', 'first', 'second begins']);
});
