import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow, makeManyFiles, random } from '../../e2e/media/index.js';
import { nodeWorkers, type Workers } from './processes.js';
import { service } from './service.js';

const FILES = 2000;
const KILLS = 12;

let folder: string;
let workers: Workers;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'killed-'));
  workers = await nodeWorkers();
}, 60_000);
afterAll(() => {
  workers.close();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

describe('two thousand jobs whose workers are killed', () => {
  it('all end, and none twice', { timeout: 180_000 }, async () => {
    const root = join(folder, 'files');
    await makeManyFiles(root, { files: FILES, folders: 4 });
    const made = service({ workers, count: 2, root, home: folder });
    const { thumbnails } = made;
    await thumbnails.start();
    const finished = made.finished();
    const ids = made.add(filesBelow(root).map((name) => join(root, name)));
    const next = random(3);
    let killed = 0;
    let seen = 0;
    const timer = setInterval(() => {
      const { done } = thumbnails.status();
      // Only while work goes on, so that every kill meets a job. A look that comes late makes none of the next ones later.
      if (killed >= KILLS || done === seen || done < ((killed + 1) * FILES) / (KILLS + 2)) return;
      seen = done;
      const pids = workers.pids();
      const pid = pids[Math.floor(next() * pids.length)];
      if (pid === undefined) return;
      process.kill(pid, 'SIGKILL');
      killed++;
    }, 5);
    await finished;
    clearInterval(timer);
    expect(killed).toBe(KILLS);
    const { done, failed } = thumbnails.status();
    expect(done + failed).toBe(FILES);
    // A kill hits a file once: twice the same one would be quarantined, and counted here.
    expect(failed).toBe(0);
    expect(ids.filter((id) => made.announced.get(id) !== 1)).toEqual([]);
    expect(made.store.count).toBe(FILES);
    const ends = made.lines.filter((line) => / done in /.test(line));
    expect(ends).toHaveLength(FILES);
    expect(new Set(ends.map((line) => /: (\S.*) done in/.exec(line)?.[1])).size).toBe(FILES);
    await thumbnails.stop();
    expect(workers.pids()).toEqual([]);
  });
});
