import { describe, expect, it } from 'vitest';
import { LaneQueue, type Lane } from './queue.js';

function filled(...entries: [string, Lane][]): LaneQueue<string> {
  const queue = new LaneQueue<string>();
  for (const [key, lane] of entries) queue.put(key, key, lane);
  return queue;
}

function drain(queue: LaneQueue<string>): string[] {
  const taken: string[] = [];
  for (let next = queue.take(); next !== undefined; next = queue.take()) taken.push(next);
  return taken;
}

describe('LaneQueue', () => {
  it('takes the most urgent lane first, newest first, background oldest first', () => {
    const queue = filled(
      ['b1', 'background'],
      ['b2', 'background'],
      ['n1', 'near'],
      ['v1', 'visible'],
      ['v2', 'visible'],
      ['w', 'viewer'],
      ['n2', 'near'],
    );
    expect(drain(queue)).toEqual(['w', 'v2', 'v1', 'n2', 'n1', 'b1', 'b2']);
    expect(queue.size).toBe(0);
  });

  it('moves a key instead of keeping it twice', () => {
    const queue = filled(['a', 'background'], ['b', 'background'], ['c', 'visible']);
    queue.put('b', 'b', 'visible');
    expect(queue.count('background')).toBe(1);
    expect(queue.laneOf('b')).toBe('visible');
    expect(drain(queue)).toEqual(['b', 'c', 'a']);
  });

  it('removes from the front, the middle and the end', () => {
    for (const gone of ['a', 'b', 'c']) {
      const queue = filled(['a', 'background'], ['b', 'background'], ['c', 'background']);
      expect(queue.remove(gone)).toBe(gone);
      expect(queue.remove(gone)).toBeUndefined();
      queue.put('d', 'd', 'background');
      expect(drain(queue)).toEqual(['a', 'b', 'c', 'd'].filter((key) => key !== gone));
    }
  });

  it('steps over what cannot be taken now', () => {
    const queue = filled(['a', 'background'], ['b', 'background'], ['c', 'background'], ['v', 'visible']);
    const but = (...keys: string[]) =>
      queue.take(
        () => true,
        (key) => !keys.includes(key),
      );
    expect([but('v', 'a', 'b'), but('v', 'a', 'b'), but('v', 'a')]).toEqual(['c', undefined, 'b']);
    expect(drain(queue)).toEqual(['v', 'a']);
  });

  it('can put work at the head of the background, and leaves refused lanes alone', () => {
    const queue = filled(['a', 'background'], ['b', 'background']);
    queue.put('b', 'b', 'background', true);
    expect(queue.take((lane) => lane !== 'background')).toBeUndefined();
    expect(drain(queue)).toEqual(['b', 'a']);
  });
});
