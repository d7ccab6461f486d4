// Tests of which keys belong to what has the focus.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isTaken } from './press.js';

/** Stands for an element that is, or lies in, one that fits the selector. */
class FakeElement {
  constructor(private readonly tag: string) {}

  closest(selector: string): this | null {
    return selector.split(/[,:]\s*/).includes(this.tag) ? this : null;
  }
}

beforeEach(() => vi.stubGlobal('Element', FakeElement));
afterEach(() => vi.unstubAllGlobals());

const taken = (tag: string, key: string, rest: Partial<KeyboardEvent> = {}) =>
  isTaken({
    ...{ target: new FakeElement(tag), key, ctrlKey: false, metaKey: false, altKey: false },
    ...rest,
  } as unknown as KeyboardEvent);

it('leaves a button the keys that press it, and no others', () => {
  expect([taken('button', 'Enter'), taken('button', ' '), taken('button', 'f')]).toEqual([true, true, false]);
  expect([taken('button', 'Enter', { ctrlKey: true }), taken('button', 'Enter', { metaKey: true })]).toEqual([
    false,
    false,
  ]);
  expect(taken('button', 'Enter', { ctrlKey: true, shiftKey: true })).toBe(false);
  expect(taken('div', 'Enter')).toBe(false);
  // Nor does a slider open what is selected.
  expect([taken('[role="slider"]', 'Enter'), taken('[role="slider"]', 's')]).toEqual([true, false]);
});

it('leaves text the keys that edit it', () => {
  const CTRL = { ctrlKey: true };
  expect([taken('textarea', 'f'), taken('textarea', 'A', CTRL), taken('textarea', 'Enter', CTRL)]).toEqual([
    ...[true, true, true],
  ]);
  expect(taken('textarea', 'o', CTRL)).toBe(false);
});

it('leaves marked words the key that copies them', () => {
  const CTRL = { ctrlKey: true };
  const mark = (some: boolean) => vi.stubGlobal('window', { getSelection: () => ({ isCollapsed: !some }) });
  mark(true);
  expect([taken('div', 'c', CTRL), taken('div', 'C', { metaKey: true })]).toEqual([true, true]);
  expect(taken('div', 'c', { ctrlKey: true, shiftKey: true })).toBe(false);
  expect([taken('div', 'c'), taken('div', 'f', CTRL)]).toEqual([false, false]);
  mark(false);
  expect(taken('div', 'c', CTRL)).toBe(false);
});
