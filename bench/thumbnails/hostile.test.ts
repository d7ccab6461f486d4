import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeHostileFiles } from '../../e2e/media/hostile.js';
import { readersOf } from '../../e2e/media/readers.js';
import { nodeWorkers, type Workers } from './processes.js';
import { service } from './service.js';

let folder: string;
let workers: Workers;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  workers = await nodeWorkers();
}, 60_000);
afterAll(() => {
  workers.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a thousand hostile files', () => {
  it('all end with a picture or a reason, and leave no process behind', { timeout: 180_000 }, async () => {
    const root = join(folder, 'files');
    const paths = await makeHostileFiles(root);
    expect(paths.length).toBeGreaterThanOrEqual(1000);
    const timeLimits = { photo: 6000, video: 6000 };
    const made = service({ workers, count: 2, root, home: folder, pool: { timeLimits } });
    await made.thumbnails.start();
    const finished = made.finished();
    const ids = made.add(paths);
    await finished;
    const { done, failed, total } = made.thumbnails.status();
    expect([total, done + failed]).toEqual([paths.length, paths.length]);
    expect(done).toBeGreaterThan(300);
    expect(failed).toBeGreaterThan(100);
    const internal: string[] = [];
    for (const id of ids) {
      const path = made.files.get(id)?.path ?? '';
      const failure = made.failures.get(id);
      expect(made.announced.has(id) || failure !== undefined, path).toBe(true);
      if (failure) expect(failure.message, path).toMatch(/^[A-Z].*\.$/);
      if (failure?.code === 'internal') internal.push(`${path}: ${failure.message}`);
      if (/\/good\.(?!m4v)/.test(path)) expect(failure?.message, path).toBeUndefined();
    }
    expect(internal).toEqual([]);
    await made.thumbnails.stop();
    expect(workers.pids()).toEqual([]);
    expect(readersOf(folder)).toEqual([]);
    const kinds = new Map<string, number>();
    for (const { code } of made.failures.values()) kinds.set(code, (kinds.get(code) ?? 0) + 1);
    console.log(`${paths.length} files, ${done} pictured;`, Object.fromEntries(kinds));
  });
});
