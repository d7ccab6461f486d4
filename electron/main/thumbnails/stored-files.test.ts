// Tests of the files of stored thumbnails: their disk may not answer, and what comes must not go with what was there.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AppError } from '../../shared/result.js';
import type { StoredPicture } from './stored-file.js';
import { StoredFiles } from './stored-files.js';
import { ManualClock } from './testing.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stored-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const KEY = 'ab-grid1';
const log = () => undefined;
const FACTS = { bytes: 3, checksum: 0 };

it('waits for no picture longer than ten seconds, and tells when its disk answers again', async () => {
  const clock = new ManualClock();
  const answers: ((picture: StoredPicture) => void)[] = [];
  const read = () => new Promise<StoredPicture>((resolve) => answers.push(resolve));
  let told = 0;
  const whenFree = (callback: () => void) => callback();
  const files = new StoredFiles({ folder, clock, log, read, whenFree, onAnswering: () => told++ });
  const outcome = files.read(KEY, FACTS).catch((error: unknown) => (error as AppError).code);
  await clock.advance(10_000);
  expect(await outcome).toBe('offline');
  expect([answers.length, told]).toEqual([1, 0]);
  answers[0]?.({ path: '/there', bytes: null });
  await expect.poll(() => told).toBe(1);
});

it('waits as long as it takes for its turn on a disk that is only slow', async () => {
  const clock = new ManualClock();
  const answers: ((picture: StoredPicture) => void)[] = [];
  const read = () => new Promise<StoredPicture>((resolve) => answers.push(resolve));
  const files = new StoredFiles({ folder, clock, log, read });
  const reads = Array.from({ length: 9 }, () => files.read(KEY, FACTS));
  for (let round = 0; round < 3; round++) {
    await expect.poll(() => answers.length).toBe(3);
    await clock.advance(9000);
    for (const answer of answers.splice(0)) answer({ path: '/there', bytes: null });
  }
  expect(await Promise.all(reads)).toHaveLength(9);
});

it('keeps a picture that comes while the one in its place goes, and the other way round', async () => {
  const files = new StoredFiles({ folder, clock: new ManualClock(), log });
  const written = join(folder, 'written');
  const place = async (text: string) => {
    await writeFile(written, text);
    await files.place(KEY, written, () => undefined);
  };
  await place('old');
  await writeFile(written, 'new');
  const going = files.remove(KEY, () => true);
  const coming = files.place(KEY, written, () => undefined);
  expect([await going, await coming]).toEqual([true, undefined]);
  expect(await readFile(files.pathOf(KEY), 'utf8')).toBe('new');
  let entered = false;
  await writeFile(written, 'newest');
  const placed = files.place(KEY, written, () => void (entered = true));
  // Asked when it has come: it is another one than that which was to go.
  expect(await files.remove(KEY, () => !entered)).toBe(false);
  await placed;
  expect(await readFile(files.pathOf(KEY), 'utf8')).toBe('newest');
});
