// Tests of reading files that do not come back, or take their process with them: a real journal, real processes.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deferred } from '../../shared/deferred.js';
import { HandClock, TestFolder } from '../test-files.js';
import type { FileFacts } from './facts.js';
import { ReadingGuard } from './reading-guard.js';
import { readingKey, RUNNING_FILE, STRIKES_FILE } from './reading-journal.js';

const GOOD: FileFacts = { media: null, problem: null };
const keyOf = (name: string) => readingKey('/photos', name, 1, 1);

let folder: TestFolder;
let clock: HandClock;
let log: string[];
const open = () => new ReadingGuard({ clock, folder: folder.path, log: (_level, line) => log.push(line) });
const settle = () => new Promise(setImmediate);
const never = new AbortController().signal;
const read = (guard: ReadingGuard, name: string, work: () => Promise<FileFacts>) =>
  guard.read(keyOf(name), never, work, () => undefined);
const good = () => Promise.resolve(GOOD);

beforeEach(() => {
  folder = new TestFolder();
  clock = new HandClock();
  log = [];
});
afterEach(() => folder.remove());

/** Another process that begins to read files, loops for ever in the last of them, and is killed. */
const LOOPING = `
  import { ReadingGuard } from ${JSON.stringify(fileURLToPath(new URL('reading-guard.ts', import.meta.url)))};
  import { readingKey } from ${JSON.stringify(fileURLToPath(new URL('reading-journal.ts', import.meta.url)))};
  const [folder, ...names] = process.argv.slice(1);
  const clock = { now: Date.now, after: () => () => undefined };
  const guard = new ReadingGuard({ clock, folder, log: () => undefined });
  for (const name of names) {
    const loop = () => {
      process.stdout.write('looping\\n');
      for (;;);
    };
    const read = name === names.at(-1) ? loop : () => new Promise(() => undefined);
    guard.read(readingKey('/photos', name, 1, 1), new AbortController().signal, async () => read(), () => undefined);
  }`;

async function hangOn(...names: string[]): Promise<void> {
  const args = ['--import', 'tsx', '--input-type=module', '-e', LOOPING, '--', folder.path, ...names];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('a file that takes its process with it', { timeout: 30_000 }, () => {
  it('is known to the next one, which reads those that were read with it one by one', async () => {
    await hangOn('innocent', 'hostile');
    const guard = open();
    const order: string[] = [];
    const held = deferred<FileFacts>();
    const all = [
      read(guard, 'other', () => held.promise),
      read(guard, 'innocent', () => {
        order.push('innocent');
        return good();
      }),
      read(guard, 'hostile', () => {
        order.push('hostile');
        return good();
      }),
      read(guard, 'late', () => {
        order.push('late');
        return good();
      }),
    ];
    await settle();
    expect(order).toEqual([]);
    held.resolve(GOOD);
    await Promise.all(all);
    expect(order).toEqual(['innocent', 'hostile', 'late']);
    // Both came back, so that is forgotten.
    expect(readFileSync(folder.at(STRIKES_FILE), 'latin1')).toBe('');
    guard.close();
  });

  it('is left alone after the second time, with a reason, until it changes; others are not', async () => {
    await hangOn('innocent', 'hostile');
    await hangOn('hostile');
    const guard = open();
    let looks = 0;
    const look = () => {
      looks++;
      return good();
    };
    const { problem } = await read(guard, 'hostile', look);
    expect(problem).toEqual({ kind: 'unreadable-file', message: expect.stringMatching(/twice/) as string });
    expect(looks).toBe(0);
    expect(await read(guard, 'innocent', look)).toBe(GOOD);
    const changed = readingKey('/photos', 'hostile', 1, 2);
    expect(await guard.read(changed, never, look, () => undefined)).toBe(GOOD);
    expect(looks).toBe(2);
    guard.close();
    // Also the process after that one.
    const after = open();
    expect((await read(after, 'hostile', look)).problem).not.toBeNull();
    after.close();
  });
});

describe('a reading that does not come back', () => {
  it('is given up, holds up nobody, and is worth another one when it comes back after all', async () => {
    const guard = open();
    const held = deferred<FileFacts>();
    const back: string[] = [];
    const first = guard.read(
      keyOf('slow'),
      never,
      () => held.promise,
      () => back.push('slow'),
    );
    await settle();
    clock.move(19_999);
    await settle();
    expect(readFileSync(folder.at(RUNNING_FILE), 'latin1')).toContain(keyOf('slow'));
    clock.move(1);
    expect((await first).problem?.message).toMatch(/did not answer in time/);
    // The same is not begun twice; others are read. Should the process be ended now, it is known why.
    expect((await read(guard, 'slow', good)).problem).not.toBeNull();
    expect(await read(guard, 'other', good)).toBe(GOOD);
    expect(readFileSync(folder.at(RUNNING_FILE), 'latin1')).toContain(keyOf('slow'));
    expect(back).toEqual([]);
    held.resolve(GOOD);
    await settle();
    expect(back).toEqual(['slow']);
    expect(await read(guard, 'slow', good)).toBe(GOOD);
    guard.close();
  });

  it('ends when it is told to', async () => {
    const guard = open();
    let signal: AbortSignal | undefined;
    const work = guard.read(
      keyOf('slow'),
      never,
      (given) => {
        signal = given;
        return deferred<FileFacts>().promise;
      },
      () => undefined,
    );
    await settle();
    clock.move(20_000);
    await work;
    expect(signal?.reason).toMatchObject({ code: 'timeout' });
    guard.close();
  });

  it('does not count when the process ends properly', async () => {
    const guard = open();
    void read(guard, 'slow', () => deferred<FileFacts>().promise);
    await settle();
    guard.close();
    const next = open();
    expect(await read(next, 'slow', good)).toBe(GOOD);
    expect(log).toEqual([]);
    next.close();
  });
});

it('works where nothing can be noted, and says so once', async () => {
  folder.write('taken');
  const guard = new ReadingGuard({
    clock,
    folder: folder.at('taken'),
    log: (_level, line) => log.push(line),
  });
  expect(await read(guard, 'a', good)).toBe(GOOD);
  expect(log).toEqual([expect.stringContaining('cannot be noted')]);
  guard.close();
});

it('passes errors on and gives the place to the next', async () => {
  const guard = open();
  await expect(read(guard, 'a', () => Promise.reject(new Error('Fault')))).rejects.toThrow('Fault');
  expect(await read(guard, 'a', good)).toBe(GOOD);
  guard.close();
});
