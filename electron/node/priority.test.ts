import { execFileSync } from 'node:child_process';
import * as os from 'node:os';
import { afterEach, expect, test, vi } from 'vitest';
import { LIBRARY_PRIORITY, lowerPriority, WORKER_PRIORITY } from './priority.js';

vi.mock('node:os', async (load) => {
  const real = await load<typeof os>();
  return { ...real, getPriority: vi.fn(real.getPriority), setPriority: vi.fn(real.setPriority) };
});

afterEach(() => vi.resetAllMocks());

// It cannot be taken back: another process does it. Numbers of all its threads, among them one that was started before.
const LOWERING = `
import { readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { lowerPriority } from '${new URL('priority.ts', import.meta.url).href}';
const worker = new Worker('setInterval(() => {}, 1000)', { eval: true });
worker.once('online', () => {
  const before = getPriority();
  // Who runs the tests may wait already, and 19 is the most.
  const steps = Math.min(Number(process.argv.at(-1)), 19 - before);
  lowerPriority(before + steps, (message) => console.error(message));
  const niceOf = (id) => {
    const stat = readFileSync('/proc/self/task/' + id + '/stat', 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]) - before;
  };
  const threads = process.platform === 'linux' ? readdirSync('/proc/self/task').map(niceOf) : [];
  console.log(JSON.stringify({ steps, own: getPriority() - before, threads }));
  process.exit();
});`;

test.skipIf(process.platform === 'win32').each([LIBRARY_PRIORITY, WORKER_PRIORITY])(
  'all threads of a process stand behind the window: %i',
  (nice) => {
    const args = ['--import', 'tsx', '--input-type=module', '-e', LOWERING, '--', String(nice)];
    const { steps, own, threads } = JSON.parse(
      execFileSync(process.execPath, args, { encoding: 'utf8' }),
    ) as {
      steps: number;
      own: number;
      threads: number[];
    };
    expect(own).toBe(steps);
    if (process.platform === 'linux') expect(threads.length).toBeGreaterThan(1);
    expect(threads.filter((one) => one !== steps)).toEqual([]);
  },
);

// Nobody can take this back either: no priority is touched here, whoever runs the tests.
test.each([
  [5, 10],
  [10, 10],
])('who is to wait %i and waits %i already is left alone, silently', (nice, already) => {
  vi.mocked(os.getPriority).mockReturnValue(already);
  const told: string[] = [];
  lowerPriority(nice, (message) => told.push(message));
  expect(vi.mocked(os.setPriority).mock.calls).toEqual([]);
  expect(told).toEqual([]);
});

test.skipIf(process.platform !== 'linux').each(['EACCES', 'EPERM', 'ESRCH'])(
  'a thread that refuses (%s) holds up no other, and nobody is told',
  (code) => {
    vi.mocked(os.getPriority).mockReturnValue(0);
    const refused: unknown[] = [];
    vi.mocked(os.setPriority).mockImplementation((...args: readonly number[]) => {
      if (args.length < 2) return;
      refused.push(args[0]);
      throw Object.assign(new Error(code), { info: { code } });
    });
    const told: string[] = [];
    lowerPriority(5, (message) => told.push(message));
    expect(refused.length).toBeGreaterThan(1);
    expect(told).toEqual([]);
  },
);

test('where it is refused one is told, and nothing ends', () => {
  const told: string[] = [];
  lowerPriority(99.5, (message) => told.push(message));
  expect(told).toHaveLength(1);
});
