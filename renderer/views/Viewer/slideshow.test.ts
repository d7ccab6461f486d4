// Tests of the slideshow: which file comes next, and when.

import { describe, expect, it } from 'vitest';
import { keyOf, type ItemKey } from '../../state/keys.js';
import { neighbourOf, nextSeconds, whenSeen, type Later, type Progress } from './slideshow.js';

/** A timer whose time the test lets pass. */
function clock() {
  const due: { run: () => void; milliseconds: number }[] = [];
  const later: Later = (run, milliseconds) => {
    const entry = { run, milliseconds };
    due.push(entry);
    return () => void due.splice(due.indexOf(entry), 1);
  };
  return { due, later };
}

it('goes up and down through the seconds that are offered, and the ones that were chosen elsewhere', () => {
  expect([3, 5, 7, 20, 60, 90].map((chosen) => nextSeconds(chosen, 1))).toEqual([5, 10, 10, 60, null, null]);
  expect([2, 3, 5, 7, 60, 90].map((chosen) => nextSeconds(chosen, -1))).toEqual([null, null, 3, 5, 20, 60]);
});

describe('whenSeen', () => {
  const start = (kind: 'photo' | 'video', progress: Progress, alone = false) => {
    const { due, later } = clock();
    let went = 0;
    const end = whenSeen(kind, progress, 5, alone, () => went++, later);
    return { due, end, went: () => went };
  };

  it('waits for a photo, then gives it its seconds', () => {
    expect(start('photo', 'loading').due).toEqual([]);
    const { due, went } = start('photo', 'shown');
    expect(due.map(({ milliseconds }) => milliseconds)).toEqual([5000]);
    expect(went()).toBe(0);
    due[0]!.run();
    expect(went()).toBe(1);
  });

  it('lets a video play to its end', () => {
    for (const progress of ['loading', 'shown'] as const) {
      const { due, went } = start('video', progress);
      expect([due.length, went()]).toEqual([0, 0]);
    }
    const ended = start('video', 'ended');
    expect([ended.due.length, ended.went()]).toEqual([0, 1]);
  });

  it('does not stay with what cannot be shown', () => {
    for (const kind of ['photo', 'video'] as const) {
      expect(start(kind, 'failed').due.map(({ milliseconds }) => milliseconds)).toEqual([5000]);
    }
  });

  it('stays with the only one there is', () => {
    for (const [kind, progress] of [
      ['photo', 'shown'],
      ['photo', 'failed'],
      ['video', 'ended'],
    ] as const) {
      const { due, went } = start(kind, progress, true);
      expect([due, went()]).toEqual([[], 0]);
    }
  });

  it('forgets the time when it is stopped', () => {
    const { due, end } = start('photo', 'shown');
    end();
    expect(due).toEqual([]);
  });
});

describe('neighbourOf', () => {
  const keys = Float64Array.from({ length: 50 }, (_, id) => keyOf(id % 3, id));
  /** The files of one round from `first`. */
  const round = (from: Float64Array, first: ItemKey, seed: number, step: 1 | -1 = 1): ItemKey[] => {
    const seen = [first];
    while (seen.length < from.length) seen.push(neighbourOf(from, seen.at(-1)!, 'shuffle', seed, step)!);
    return seen;
  };

  it('goes round in the order shown', () => {
    expect(neighbourOf(keys, keys[3]!, 'shown', 0, 1)).toBe(keys[4]);
    expect(neighbourOf(keys, keys[3]!, 'shown', 0, -1)).toBe(keys[2]);
    expect(neighbourOf(keys, keys[49]!, 'shown', 0, 1)).toBe(keys[0]);
    expect(neighbourOf(keys, keys[0]!, 'shown', 0, -1)).toBe(keys[49]);
    expect(neighbourOf(new Float64Array(), 1, 'shown', 0, 1)).toBeNull();
    expect(neighbourOf(new Float64Array(), 1, 'shuffle', 0, 1)).toBeNull();
  });

  it('shows every file once in a shuffled round, and then the first again', () => {
    const seen = round(keys, keys[7]!, 42);
    expect(new Set(seen).size).toBe(keys.length);
    expect(neighbourOf(keys, seen.at(-1)!, 'shuffle', 42, 1)).toBe(keys[7]);
    expect(seen).not.toEqual(round(keys, keys[7]!, 43));
    expect(seen.slice(1)).not.toEqual([...seen.slice(1)].sort((a, b) => a - b));
  });

  it('goes back the way it came', () => {
    const seen = round(keys, keys[7]!, 42);
    expect(round(keys, seen.at(-1)!, 42, -1)).toEqual(seen.toReversed());
  });

  it('keeps its order when files come and go, also the one on screen', () => {
    const seen = round(keys, keys[7]!, 42);
    const gone = seen[1]!;
    const fewer = keys.filter((key) => key !== gone);
    expect(neighbourOf(fewer, seen[0]!, 'shuffle', 42, 1)).toBe(seen[2]);
    expect(neighbourOf(fewer, gone, 'shuffle', 42, 1)).toBe(seen[2]);
  });
});
