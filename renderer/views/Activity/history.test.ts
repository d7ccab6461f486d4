import { expect, test } from 'vitest';
import type { ActivitySnapshot } from '../../../electron/shared/activity.js';
import { enterSample, pointsOf, SAMPLES, type History } from './history.js';

const sample = (longest: number | null, memory: Readonly<Record<number, number>>): ActivitySnapshot =>
  ({
    loop: longest === null ? null : { median: 0, p99: 0, longest },
    processes: Object.entries(memory).map(([pid, bytes]) => ({ pid: Number(pid), memory: bytes })),
  }) as unknown as ActivitySnapshot;

test('keeps two minutes of each series and forgets processes that ended', () => {
  let history: History = new Map();
  for (let i = 0; i < SAMPLES + 5; i++) history = enterSample(history, sample(i, { 1: i, 2: i }));
  history = enterSample(history, sample(null, { 1: 7 }));
  expect([...history.keys()]).toEqual(['loop', 'pid:1']);
  expect(history.get('loop')).toHaveLength(SAMPLES);
  expect(history.get('pid:1')!.at(-1)).toBe(7);
  expect(history.get('pid:1')![0]).toBe(6);
});

test('draws the latest value at the right and the largest at the top', () => {
  expect(pointsOf([0, 10], 119, 20)).toBe('118,20 119,0');
  expect(pointsOf([5], 119, 20, 10)).toBe('119,10');
  expect(pointsOf([0], 119, 20)).toBe('119,20');
  expect(pointsOf([], 119, 20)).toBe('');
});
