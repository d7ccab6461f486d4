// Test of a video whose ffmpeg never ends, with a real worker: it runs into its limit, and nothing of it lives on.

import { chmodSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandOf, nodeWorkers, type Workers } from './processes.js';
import { complete, service } from './service.js';

let folder: string;
let workers: Workers;
beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'hanging-')));
  workers = await nodeWorkers();
}, 60_000);
afterAll(() => {
  workers.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.runIf(process.platform === 'linux')('a video whose ffmpeg never ends', () => {
  // Less than the limit that videos have unless another is given.
  it('is given up at its limit, and ffmpeg is ended', { timeout: 20_000 }, async () => {
    const [film, ffmpeg] = [join(folder, 'film.avi'), join(folder, 'ffmpeg')];
    writeFileSync(film, 'a film that takes forever');
    writeFileSync(ffmpeg, '#!/bin/sh\nexec sleep 60\n');
    chmodSync(ffmpeg, 0o755);
    const pids: number[] = [];
    const commands: string[] = [];
    const start = () => {
      const worker = workers.start();
      worker.on('ffmpeg', ({ pid, runs }) => {
        if (!runs) return;
        pids.push(pid);
        commands.push(commandOf(pid));
      });
      return worker;
    };
    const made = service({
      ...{ workers: { ...workers, start }, count: 1, root: folder, home: folder, ffmpeg },
      pool: { timeLimits: { photo: 1000, video: 1000 } },
    });
    await complete(made, [film]);
    expect([...made.failures.values()]).toMatchObject([{ code: 'timeout', path: 'film.avi' }]);
    expect(pids).toHaveLength(1);
    expect(commands[0]).not.toBe('');
    await expect.poll(() => commandOf(pids[0]!)).toBe('');
    await made.thumbnails.stop();
    expect(workers.pids()).toEqual([]);
  });
});
