// Files and folders come, go, move and change at random while the app runs; at the end its listing is the disk's.
// Seeded, so that a failure can be repeated: HOME_GALLERY_SOAK_SEED. Lasts HOME_GALLERY_SOAK_SECONDS (120).

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { splitNames } from '../electron/shared/listing-rows.js';
import { byName, expect, test, untilComplete } from './fixtures.js';
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

/** Bytes, and milliseconds since 1970. */
function statOf(path: string): { size: number; modified: number } {
  const { size, mtimeMs } = statSync(path);
  return { size, modified: mtimeMs };
}

/** Size and time of a file as the window names its version (renderer/state/urls.ts). */
const versionOf = (size: number, modified: number) =>
  `${Math.round(modified).toString(36)}-${size.toString(36)}`;

/** What the window itself knows, which keeps a listing of its own: path and version of each tile, all through the grid, sorted. */
const shownByWindow = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const scroller = document.querySelector('[data-testid="grid"]')!.parentElement!;
    const found = new Map<string, string>();
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    // A tile that flies past waits with its picture until the grid comes to rest.
    const isReady = () => scroller.querySelector('[data-testid="tile"]:not([data-state="ready"])') === null;
    scroller.scrollTop = 0;
    for (let before = -1; scroller.scrollTop > before; scroller.scrollTop += scroller.clientHeight / 2) {
      before = scroller.scrollTop;
      // Two: one in which the grid hears of it, one in which the rows are there.
      for (let i = 0; i < 2 || (i < 200 && !isReady()); i++) await frame();
      for (const tile of scroller.querySelectorAll<HTMLElement>('[data-testid="tile"]')) {
        const url = tile.querySelector('img[src^="thumb:"]')?.getAttribute('src') ?? '';
        const version = /[?&]v=(\w+-\w+)/.exec(url)?.[1];
        if (version !== undefined) found.set(tile.dataset['path']!, version);
      }
    }
    return [...found].map(([path, version]) => `${path} ${version}`).sort();
  });

test('after any changes the listing is the disk', async ({ launch, scratch }) => {
  test.setTimeout((SECONDS + 120) * 1000);
  const root = join(scratch, 'Soak');
  const picture = join(scratch, 'picture.jpg');
  // With a byte behind its end that can be another.
  writeFileSync(picture, Buffer.concat([await jpeg({ width: 40, height: 30 }), Buffer.alloc(1)]));
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
    else if (kind < 0.61) writeFileSync(join(root, file), Buffer.concat([jpegBytes, Buffer.alloc(count)]));
    else if (kind < 0.66) {
      // As long as before.
      const bytes = readFileSync(join(root, file));
      bytes[bytes.length - 1]! ^= 1;
      writeFileSync(join(root, file), bytes);
    } else if (kind < 0.78 && folders.length < 40)
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
  const onDisk = files.map((path) => ({ path, ...statOf(join(root, path)) }));
  const shown = async () => {
    const columns = await page.evaluate(async () => {
      const answer = await window.gallery.call('library.listing', 1);
      if (!answer.ok || answer.value.left > 0) return null;
      const { names, folders, folder, size, modified } = answer.value;
      return { names, folders, folder: [...folder], size: [...size], modified: [...modified] };
    });
    if (!columns) return [];
    const { names, folders, folder, size, modified } = columns;
    const paths = splitNames(folders, size.length);
    return splitNames(names, size.length)
      .map((name, row) => `${join(paths[folder[row]!]!, name)} ${size[row]} ${modified[row]}`)
      .sort();
  };
  const expected = onDisk.map(({ path, size, modified }) => `${path} ${size} ${modified}`).sort();
  await expect.poll(shown, { timeout: 30_000 }).toEqual(expected);
  await untilComplete(page);
  await expect(page.getByTestId('status')).toHaveAttribute('data-items', String(files.length));
  await byName(page);
  const versions = onDisk.map(({ path, size, modified }) => `${path} ${versionOf(size, modified)}`).sort();
  await expect.poll(() => shownByWindow(page)).toEqual(versions);
});
