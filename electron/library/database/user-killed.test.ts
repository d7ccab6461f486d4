import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
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
