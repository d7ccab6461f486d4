import { expect, it, vi } from 'vitest';
import { Store, subscribeTo } from './store.js';

it('tells of a part only when it is another', () => {
  const store = new Store({ done: 1, paused: false });
  const heard = vi.fn();
  const end = subscribeTo(store, ({ paused }) => paused, heard);
  store.update((now) => ({ ...now, done: 2 }));
  expect(heard).not.toHaveBeenCalled();
  store.update((now) => ({ ...now, paused: true }));
  expect(heard).toHaveBeenCalledOnce();
  end();
  store.update((now) => ({ ...now, paused: false }));
  expect(heard).toHaveBeenCalledOnce();
});
