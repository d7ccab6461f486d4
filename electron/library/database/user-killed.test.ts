import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backupName, isSound } from './user-backups.js';
import { UserDatabase } from './user-database.js';

let folder: string;
let file: string;
let reports: string[];
const open = () =>
  new UserDatabase(file, {
    now: Date.now,
    log: () => undefined,
    report: (message) => reports.push(message),
  });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'user-'));
  file = join(folder, 'user.db');
  reports = [];
});
afterEach(() => rm(folder, { recursive: true }));

/** Writes marks and says each when its call has returned, until it is killed. */
const WRITER = `
  import { UserDatabase } from ${JSON.stringify(fileURLToPath(new URL('user-database.ts', import.meta.url)))};
  const [file, first] = process.argv.slice(-2);
  const user = new UserDatabase(file, { now: Date.now, log: () => undefined, report: (text) => console.log('report', text) });
  for (let i = Number(first); ; i++) {
    const key = { root: '/photos', path: 'photo ' + i };
    user.change([key], { rating: i % 6 });
    user.change([key], { addTags: ['tag ' + i] });
    process.stdout.write('done ' + i + '\\n');
  }`;

/** Runs the writer from mark `first` and kills it after it has acknowledged `count`; answers all it acknowledged. */
async function killedAfter(first: number, count: number): Promise<number[]> {
  const args = ['--import', 'tsx', '--input-type=module', '-e', WRITER, '--', file, String(first)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    expect(line).toMatch(/^done \d+$/);
    acknowledged.push(Number(line.slice(5)));
    if (acknowledged.length === count) child.kill('SIGKILL');
  }
  return acknowledged;
}

it('keeps every acknowledged mark when it is killed at any moment', { timeout: 60_000 }, async () => {
  const acknowledged: number[] = [];
  for (const count of [1, 40, 173, 320]) {
    const first = acknowledged.length === 0 ? 0 : Math.max(...acknowledged) + 10;
    acknowledged.push(...(await killedAfter(first, count)));
    const user = open();
    const known = new Map(user.marks('/photos').map((mark) => [mark.path, mark]));
    for (const i of acknowledged) {
      expect(known.get(`photo ${i}`)).toMatchObject({ rating: i % 6, tags: [`tag ${i}`] });
    }
    user.close();
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(534);
  expect(reports).toEqual([]);
});

/** Opens with one step more, which stops in a row until it is killed. */
const MIGRATING = `
  import { UserDatabase } from ${JSON.stringify(fileURLToPath(new URL('user-database.ts', import.meta.url)))};
  import { USER_MIGRATIONS } from ${JSON.stringify(fileURLToPath(new URL('user-migrations.ts', import.meta.url)))};
  const say = (text) => process.stdout.write(text + '\\n');
  const [file, stop] = process.argv.slice(-2);
  const step = { name: 'one more', up: (database) => {
    database.exec('ALTER TABLE items ADD COLUMN more TEXT');
    const set = database.prepare('UPDATE items SET more = ?, rating = 0 WHERE id = ?');
    for (let id = 1; id <= 2000; id++) {
      set.run('x'.repeat(500), id);
      if (id !== Number(stop)) continue;
      say('row ' + id);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    }
  } };
  new UserDatabase(file, { now: Date.now, log: () => undefined, report: say, migrations: [...USER_MIGRATIONS, step] });
  say('open');
  setInterval(() => undefined, 1000);`;

it('loses nothing when it is killed during a migration', { timeout: 60_000 }, async () => {
  const made = open();
  const keys = Array.from({ length: 2000 }, (_, i) => ({ root: '/photos', path: `photo ${i}` }));
  made.change(keys, { rating: 4, favourite: true });
  made.close();
  for (const row of [1, 900, 2000]) {
    const args = ['--import', 'tsx', '--input-type=module', '-e', MIGRATING, '--', file, String(row)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const said: string[] = [];
    for await (const one of createInterface({ input: child.stdout })) {
      said.push(one);
      child.kill('SIGKILL');
    }
    expect(said).toEqual([`row ${row}`]);
    // The app of before: the step has never happened, and the copy from before it is there as well.
    const user = open();
    expect(user.marks('/photos').filter(({ rating, favourite }) => rating === 4 && favourite)).toHaveLength(
      2000,
    );
    user.close();
    expect(isSound(backupName(file, 2))).toBe(true);
  }
  expect(reports).toEqual([]);
});
