import { expect, it } from 'vitest';
import { effortOf, quietest } from './effort.js';

it('goes by the rounds in which other programs held the least', () => {
  const one = { others: 0.1 };
  const rounds = [0.3, 0, 0.5, 0.01, 0.2].map((others) => ({ single: one, double: { others } }));
  expect(quietest(rounds).map(({ double }) => double.others)).toEqual([0, 0.01, 0.2]);
  // Be it while one worked or both.
  const turned = rounds.map(({ single, double }) => ({ single: double, double: single }));
  expect(quietest(turned).map(({ single }) => single.others)).toEqual([0, 0.01, 0.2]);
  // Where nobody tells, the first ones.
  const nobody = { others: NaN };
  const untold = [1, 2, 3, 4].map((round) => ({ round, single: nobody, double: nobody }));
  expect(quietest(untold).map(({ round }) => round)).toEqual([1, 2]);
});

it.runIf(process.platform === 'linux')(
  'counts the processor time of workers, unless one is gone',
  async () => {
    const spin = () => {
      // Asking costs time of the system's own: rarely.
      for (const from = process.cpuUsage().user; process.cpuUsage().user - from < 60_000;)
        for (let i = 0; i < 1e6; i++) Math.sqrt(i);
      return Promise.resolve();
    };
    // This process in the place of a worker: what it did is in both.
    const effort = await effortOf([process.pid], spin);
    expect(effort.main).toBeGreaterThanOrEqual(60);
    expect(effort.workers).toBeGreaterThanOrEqual(40);
    expect((await effortOf([2 ** 22 + 1], spin)).workers).toBeNaN();
  },
);
