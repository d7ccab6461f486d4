// Tests of taking back: marks come back as they were, one step at a time, by key or by notice.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AppError } from '../../electron/shared/result.js';
import { stepsBack } from './mark-back.js';
import { Notices } from './notices.js';
import { Undo } from './undo.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const marks = {
  isFavourite: (key: number) => key < 3,
  rating: (key: number) => (key === 1 ? 4 : key === 2 ? 2 : 0),
  tags: (key: number) => (key === 1 ? ['sea', 'sun'] : []),
};
const KEYS = [1, 2, 3, 4];

it('gives every file the marks back that it had', () => {
  expect(stepsBack(marks, KEYS, { favourite: true })).toEqual([
    { keys: [3, 4], change: { favourite: false } },
  ]);
  expect(stepsBack(marks, KEYS, { favourite: false })).toEqual([
    { keys: [1, 2], change: { favourite: true } },
  ]);
  expect(stepsBack(marks, KEYS, { rating: 2 })).toEqual([
    { keys: [3, 4], change: { rating: 0 } },
    { keys: [1], change: { rating: 4 } },
  ]);
  expect(stepsBack(marks, KEYS, { addTags: [' sea '] })).toEqual([
    { keys: [2, 3, 4], change: { removeTags: ['sea'] } },
  ]);
  expect(stepsBack(marks, KEYS, { removeTags: ['sun', 'rain'] })).toEqual([
    { keys: [1], change: { addTags: ['sun'] } },
  ]);
  expect(stepsBack(marks, [1], { favourite: true, rating: 4, addTags: ['sun'] })).toEqual([]);
});

/** Steps that say when they are taken back. */
function make() {
  const notices = new Notices();
  const undo = new Undo(notices);
  const taken: string[] = [];
  const offer = (name: string, message: string | null, passing = true) =>
    undo.offer({
      ...{ message, passing },
      back: () => {
        taken.push(name);
        return Promise.resolve();
      },
    });
  const messages = () => notices.get().map(({ message }) => message);
  return { notices, undo, taken, offer, messages };
}

it('takes the last step back first, each once, and its notice goes', () => {
  const { notices, undo, taken, offer, messages } = make();
  offer('trash', 'To the trash.', false);
  offer('first', 'Marked.');
  offer('second', 'Marked again.');
  offer('third', null);
  // Marks make room for each other, files in the trash for nothing.
  expect(messages()).toEqual(['To the trash.']);
  undo.last();
  undo.last();
  expect(taken).toEqual(['third', 'second']);
  notices.get()[0]!.action!.run();
  expect(taken).toEqual(['third', 'second', 'trash']);
  expect(messages()).toEqual([]);
  undo.last();
  undo.last();
  expect(taken).toEqual(['third', 'second', 'trash', 'first']);
});

it('says why a step could not be taken back', async () => {
  const { undo, messages } = make();
  undo.offer({
    message: null,
    passing: true,
    back: () => Promise.reject(new AppError('unreadable', 'The disk is full.')),
  });
  undo.last();
  await vi.waitFor(() => expect(messages()).toEqual(['The disk is full.']));
});
