// Test of the end of a worker that was told to end, in the middle of a job: nothing that it has started lives on.

import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandOf, nodeWorkers, type Workers } from './processes.js';

let folder: string;
let workers: Workers;
beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'quit-')));
  workers = await nodeWorkers();
}, 60_000);
afterAll(() => {
  workers.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.runIf(process.platform === 'linux')('a worker that is told to end', () => {
  it('ends its ffmpeg and itself by the message alone', async () => {
    const [path, ffmpeg, note] = ['film.avi', 'ffmpeg', 'pid'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(path, 'a film that takes forever');
    writeFileSync(
      ffmpeg,
      `#!/bin/sh\necho $$ > '${note}.part'\nmv '${note}.part' '${note}'\nexec sleep 60\n`,
    );
    chmodSync(ffmpeg, 0o755);
    const worker = workers.start();
    const job = {
      path,
      rootPath: folder,
      kind: 'video',
      longestSide: 100,
      ffmpeg,
      timeLimit: 100_000,
    } as const;
    const made = worker.ask('make', { ...job, target: join(folder, 'target') });
    const outcome = made.then(
      () => 'made',
      (error: { readonly code: string }) => error.code,
    );
    await expect.poll(() => existsSync(note), { timeout: 20_000 }).toBe(true);
    const pid = Number(readFileSync(note, 'utf8'));
    expect(commandOf(pid)).not.toBe('');
    // A kill would tell another code, and comes too late for this test.
    await worker.stop(100_000);
    expect([await worker.ended, await outcome]).toEqual([0, 'crashed']);
    await expect.poll(() => commandOf(pid)).toBe('');
  });
});
