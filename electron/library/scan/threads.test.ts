// Tests of reading folders in threads. The stand-in does what a scan thread does, copying messages as threads do,
// but when the test says so.

import { symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFolderAtOnce } from '../read-folder.js';
import { RootIndex } from '../root-index.js';
import { HandClock, pathsOf, TestFolder } from '../test-files.js';
import { buffersOf, packReadings, unpackReadings } from './readings.js';
import { ScanThreads, type Thread, type ThreadAnswer, type ThreadRequest } from './threads.js';

let folder: TestFolder;
beforeEach(() => (folder = new TestFolder()));
afterEach(() => folder.remove());

const readHere = async (root: string, folders: readonly string[]) =>
  folders.map((path) => readFolderAtOnce(root, path));

class FakeThread implements Thread {
  readonly requests: ThreadRequest[] = [];
  private readonly listeners = new Map<string, (value: never) => void>();
  terminated = false;
  constructor(private readonly byItself: boolean) {}

  postMessage(request: ThreadRequest): void {
    this.requests.push(structuredClone(request));
    if (this.byItself) queueMicrotask(() => this.answer());
  }
  on(event: string, listener: (value: never) => void): void {
    this.listeners.set(event, listener);
  }
  /** Does the oldest piece of work. */
  answer(): void {
    const { id, root, folders } = this.requests.shift()!;
    const readings = packReadings(folders.map((path) => readFolderAtOnce(root, path)));
    this.emit('message', { id, readings: structuredClone(readings, { transfer: buffersOf(readings) }) });
  }
  emit(event: string, value: ThreadAnswer | Error | number): void {
    this.listeners.get(event)?.(value as never);
  }
  unref(): void {}
  async terminate(): Promise<void> {
    this.terminated = true;
    this.emit('exit', 1);
  }
}

function setUp(byItself = false, start?: () => Thread) {
  const clock = new HandClock();
  const made: FakeThread[] = [];
  const log: string[] = [];
  const threads = new ScanThreads({
    clock,
    readHere,
    log: (message) => log.push(message),
    start:
      start ??
      (() => {
        const thread = new FakeThread(byItself);
        made.push(thread);
        return thread;
      }),
  });
  return { clock, made, log, threads };
}

describe('readings', () => {
  it('come out of a message as they went in', async () => {
    folder.write('x/a.jpg', 'x/b.mp4', 'x/y/c.jpg', 'empty/readme.txt', 'plain.jpg');
    if (process.platform !== 'win32') symlinkSync('/etc', folder.at('x/away'));
    folder.age('x', 'x/y', 'empty', '');
    const outcomes = await readHere(folder.path, ['', 'gone', 'x', 'empty', 'x/y', 'plain.jpg']);
    const failed = {
      outcome: 'failed',
      problem: { path: 'z', kind: 'unreadable-folder', message: 'No.' },
    } as const;
    const unpacked = unpackReadings(structuredClone(packReadings([...outcomes, failed])));
    const plain = unpacked.map((one) =>
      one.outcome !== 'read'
        ? one
        : { ...one, kinds: [...(one.kinds as Uint8Array)], sizes: [...(one.sizes as Float64Array)] },
    );
    expect(plain.map((one) => (one.outcome === 'read' ? { ...one, modified: [], born: [] } : one))).toEqual(
      [...outcomes, failed].map((one) => (one.outcome === 'read' ? { ...one, modified: [], born: [] } : one)),
    );
    expect(unpackReadings(packReadings([]))).toEqual([]);
  });
});

describe('ScanThreads', () => {
  it('gives an index the same listing as reading in one thread', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `album ${i}/part ${i % 7}/${i}.jpg`);
    folder.write('a.jpg', ...names);
    const { threads, made } = setUp(true);
    const index = new RootIndex({ path: folder.path, readFolders: threads.read });
    const unread = await index.scan();
    expect(pathsOf(index.listing)).toEqual(['a.jpg', ...names].sort());
    expect(new Set(unread).size).toBe(41);
    expect(made).toHaveLength(2);
    expect(await index.scan()).toEqual([]);
  });

  it('shares work out, and answers each question with its own folders', async () => {
    folder.write('0/a.jpg', '1/b.jpg', '2/c.jpg');
    const { threads, made } = setUp();
    const answers = ['0', '1', '2'].map((path) => threads.read(folder.path, [path]));
    expect(made.map(({ requests }) => requests.length)).toEqual([2, 1]);
    made[1]!.answer();
    made[0]!.answer();
    made[0]!.answer();
    const names = (await Promise.all(answers)).map(([one]) => one?.outcome === 'read' && one.names);
    expect(names).toEqual(['a.jpg', 'b.jpg', 'c.jpg']);
  });

  it('puts another thread in the place of one that is stuck', async () => {
    folder.write('0/a.jpg');
    const { clock, threads, made } = setUp();
    const answers = Array.from({ length: 6 }, () => threads.read(folder.path, ['0']));
    // Both are stuck with their first piece.
    clock.move(5000);
    expect(made).toHaveLength(4);
    while (made.slice(2).some(({ requests }) => requests.length > 0)) {
      for (const thread of made.slice(2)) if (thread.requests.length > 0) thread.answer();
    }
    expect(await Promise.all(answers.slice(2))).toHaveLength(4);
    // The drive answers after all.
    made[0]!.answer();
    made[1]!.answer();
    expect(await Promise.all(answers)).toHaveLength(6);
  });

  it('does so also after the clock was set back, and after it was set forth', async () => {
    folder.write('0/a.jpg');
    const { clock, threads, made } = setUp();
    const answers = Array.from({ length: 6 }, () => threads.read(folder.path, ['0']));
    clock.set(-86_400_000);
    clock.move(10_000);
    expect(made).toHaveLength(4);
    clock.set(2 * 86_400_000);
    clock.move(5000);
    // Those that work are taken for stuck, which costs a thread and loses nothing.
    while (made.some(({ requests }) => requests.length > 0)) {
      for (const thread of made) if (thread.requests.length > 0) thread.answer();
    }
    expect(await Promise.all(answers)).toHaveLength(6);
  });

  it('reads here when threads do not start or end on their own', async () => {
    folder.write('0/a.jpg');
    const none = setUp(false, () => {
      throw new Error('No threads');
    });
    expect((await none.threads.read(folder.path, ['0']))[0]?.outcome).toBe('read');
    expect(none.log).toEqual([expect.stringContaining('No threads')]);
    const { threads, made, log } = setUp();
    const answer = threads.read(folder.path, ['0']);
    made[0]!.emit('error', new Error('Out of memory'));
    made[0]!.emit('exit', 1);
    expect((await answer)[0]?.outcome).toBe('read');
    expect((await threads.read(folder.path, ['0']))[0]?.outcome).toBe('read');
    expect(log).toHaveLength(1);
  });

  it('lets idle threads go, and starts new ones when they are needed', async () => {
    folder.write('0/a.jpg');
    const { clock, threads, made } = setUp(true);
    await threads.read(folder.path, ['0']);
    clock.move(60_000);
    expect(made.map(({ terminated }) => terminated)).toEqual([true, true]);
    expect(clock.waiting).toBe(0);
    await threads.read(folder.path, ['0']);
    expect(made).toHaveLength(4);
    await threads.close();
    expect(made.every(({ terminated }) => terminated)).toBe(true);
  });
});
