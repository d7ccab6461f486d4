// Tests of what several windows want: one never takes away what another one shows.

import { expect, it } from 'vitest';
import { Wishes } from './wishes.js';

const wish = (root: number) => ({ root, visible: [1], near: [] });

it('keeps what one window wants when another one wants something else', () => {
  const wishes = new Wishes();
  wishes.replace(1, wish(7));
  wishes.note(7, 'a', 1);
  wishes.replace(2, wish(7));
  wishes.note(7, 'a', 2);
  wishes.note(7, 'b', 2);
  expect([...wishes.replace(2, wish(7))]).toEqual(['a', 'b']);
  expect([wishes.has(7, 'a'), wishes.has(7, 'b')]).toEqual([true, false]);
});

it('lets go what only a window wanted that is closed', () => {
  const wishes = new Wishes();
  for (const window of [1, 2]) wishes.replace(window, wish(7));
  wishes.note(7, 'both');
  wishes.note(7, 'one', 1);
  expect(wishes.forgetWindow(1)).toEqual(['one']);
  expect(wishes.forgetWindow(1)).toEqual([]);
  expect([...wishes.all()]).toEqual([[2, wish(7)]]);
  expect(wishes.forgetWindow(2)).toEqual(['both']);
});

it('forgets jobs that have ended, and roots', () => {
  const wishes = new Wishes();
  wishes.replace(1, wish(7));
  wishes.note(7, 'a', 1);
  wishes.ended(7, 'a');
  expect(wishes.has(7, 'a')).toBe(false);
  wishes.forgetRoot(7);
  expect([...wishes.all()]).toEqual([]);
});
