// Tests of the library process saying that it is able to work.

import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SYSTEM_CLOCK } from './clock.js';
import { Library } from './library.js';
import { TestFolder } from './test-files.js';

let folder: TestFolder;
let library: Library;
beforeEach(() => {
  folder = new TestFolder();
  library = new Library({
    clock: SYSTEM_CLOCK,
    log: () => undefined,
    send: () => undefined,
    createWatcher: () => ({ start: () => Promise.resolve(), close: () => Promise.resolve() }),
  });
});
afterEach(async () => {
  await library.handlers.stop({});
  folder.remove();
});

it('answers when it is', async () => {
  expect(await library.handlers.ping({})).toBeUndefined();
});

it.skipIf(process.platform === 'win32')('does not while all that could read files hang', async () => {
  // A pipe that nobody writes to holds who opens it, like a drive that does not answer.
  const threads = Number(process.env['UV_THREADPOOL_SIZE'] ?? 4);
  const pipes = Array.from({ length: threads }, (_, i) => folder.at(`pipe ${i}`));
  execFileSync('mkfifo', pipes);
  const order: string[] = [];
  const held = pipes.map((pipe) => open(pipe, 'r').then((handle) => (order.push('read'), handle)));
  const ping = Promise.resolve(library.handlers.ping({})).then(() => order.push('ping'));
  const writers: number[] = [];
  for (const pipe of pipes) {
    // Without a reader this is refused: so each pipe has one that waits.
    let writer: number | null = null;
    while (writer === null) {
      await new Promise(setImmediate);
      try {
        writer = openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENXIO') throw error;
      }
    }
    writers.push(writer);
  }
  const handles: FileHandle[] = await Promise.all(held);
  await ping;
  expect(order[0]).toBe('read');
  for (const handle of handles) await handle.close();
  writers.forEach(closeSync);
});
