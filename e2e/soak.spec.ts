// Files and folders come, go, move and change at random while the app runs; at the end its listing is the disk's.
// Seeded, so that a failure can be repeated: HOME_GALLERY_SOAK_SEED. Lasts HOME_GALLERY_SOAK_SECONDS (120).

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { splitNames } from '../electron/shared/listing-rows.js';
import { expect, test, untilComplete } from './fixtures.js';
import { jpeg } from './media/index.js';

const SECONDS = Number(process.env['HOME_GALLERY_SOAK_SECONDS'] ?? 120);
const SEED = Number(process.env['HOME_GALLERY_SOAK_SEED'] ?? 1);

/** Mulberry32: small, and good enough to choose files. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Everything below a folder, relative, sorted. */
function below(folder: string): { files: string[]; folders: string[] } {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true });
  const relative = all.map((entry) => ({
    path: join(entry.parentPath, entry.name).slice(folder.length + 1),
    isFolder: entry.isDirectory(),
  }));
  const of = (isFolder: boolean) =>
    relative.filter((entry) => entry.isFolder === isFolder).map(({ path }) => path);
  return { files: of(false).sort(), folders: of(true).sort() };
}

test('after any changes the listing is the disk', async ({ launch, scratch }) => {
  test.setTimeout((SECONDS + 120) * 1000);
  const root = join(scratch, 'Soak');
  const picture = join(scratch, 'picture.jpg');
  writeFileSync(picture, await jpeg({ width: 40, height: 30 }));
  for (const folder of ['a', 'b/c']) {
    mkdirSync(join(root, folder), { recursive: true });
    for (let i = 0; i < 20; i++) copyFileSync(picture, join(root, folder, `${i}.jpg`));
  }
  const { page } = await launch({ mediaDirs: [root] });
  await untilComplete(page);

  const random = randomFrom(SEED);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  let count = 0;
  const step = () => {
    const { files, folders } = below(root);
    const place = () => join(root, pick(['', ...folders])!);
    const file = pick(files);
    const folder = pick(folders);
    const name = `n${count++} é #%.jpg`;
    const kind = random();
    if (kind < 0.3 || !file) copyFileSync(picture, join(place(), name));
    else if (kind < 0.42) rmSync(join(root, file));
    else if (kind < 0.56) renameSync(join(root, file), join(place(), name));
    else if (kind < 0.66) writeFileSync(join(root, file), Buffer.concat([jpegBytes, Buffer.alloc(count)]));
    else if (kind < 0.78 && folders.length < 40)
      mkdirSync(join(place(), `f${count}`, 'g'), { recursive: true });
    else if (kind < 0.84 && folder) rmSync(join(root, folder), { recursive: true });
    else if (folder) {
      const target = join(place(), `m${count}`);
      if (!target.startsWith(`${join(root, folder)}/`)) renameSync(join(root, folder), target);
    }
  };
  const jpegBytes = await jpeg({ width: 30, height: 40 });
  const end = Date.now() + SECONDS * 1000;
  while (Date.now() < end) {
    const burst = random() < 0.2 ? 40 : 3;
    for (let i = 0; i < burst; i++) step();
    await page.waitForTimeout(random() * 400);
  }

  const { files } = below(root);
  expect(existsSync(root) && count > 50).toBe(true);
  const expected = files.map((path) => `${path} ${statSync(join(root, path)).size}`);
  const shown = async () => {
    const columns = await page.evaluate(async () => {
      const answer = await window.gallery.call('library.listing', 1);
      if (!answer.ok || answer.value.left > 0) return null;
      const { names, folders, folder, size } = answer.value;
      return { names, folders, folder: [...folder], size: [...size] };
    });
    if (!columns) return [];
    const { names, folders, folder, size } = columns;
    const paths = splitNames(folders, size.length);
    return splitNames(names, size.length)
      .map((name, row) => `${join(paths[folder[row]!]!, name)} ${size[row]}`)
      .sort();
  };
  await expect.poll(shown, { timeout: 30_000 }).toEqual(expected.sort());
  await untilComplete(page);
  await expect(page.getByTestId('status')).toHaveAttribute('data-items', String(files.length));
});
