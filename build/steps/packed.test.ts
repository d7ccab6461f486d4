// The looks at what was packed: each kind of mistake is told.

import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createPackage } from '@electron/asar';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { BUDGET, checkPacked, FFMPEG_SHARE, missing, strangers } from './packed.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'home-gallery-packed-'));
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const linux = { appOutDir: '', resources: '', platform: 'linux', arch: 'x64', isRelease: false };
const PARTS = [
  'dist/renderer/index.html',
  'dist/node/main.js',
  'dist/preload/index.cjs',
  'dist/licences.json',
  'node_modules/@img/sharp-wasm32/lib/sharp.node.wasm',
  'node_modules/@photostructure/sqlite/prebuilds/linux-x64/sqlite.glibc.node',
  'node_modules/libheif-js/libheif-wasm/libheif-bundle.js',
];
const sized = (...paths: string[]) => new Map(paths.map((path) => [path, 1]));

it.each([
  ['node_modules/@img/sharp-linux-x64/lib/sharp.node', 'of another system'],
  ['node_modules/@photostructure/sqlite/prebuilds/win32-x64/sqlite.node', 'of another system'],
  ['dist/node/main.js.map', 'not run'],
  ['electron/main/app.ts', 'not run'],
  ['node_modules/sharp/test/a.js', 'not run'],
  ['dist/bench-1/index.js', 'no part of the app'],
  ['dist/.built-from', 'no part of the app'],
])('%s is %s', (path, why) => {
  expect(strangers(sized(path), linux)).toEqual([expect.stringContaining(why)]);
});

it('what runs is no stranger, and a part that lacks is named', () => {
  const all = sized(...PARTS, 'node_modules/@img/colour/LICENSE.md', 'node_modules/@img/colour/index.cjs');
  expect(strangers(all, linux)).toEqual([]);
  expect(missing(all, linux)).toEqual([]);
  for (const part of PARTS) {
    expect(missing(sized(...PARTS.filter((one) => one !== part)), linux)).toHaveLength(1);
  }
  const mac = { ...linux, platform: 'darwin', arch: 'arm64' };
  expect(missing(sized(...PARTS), mac)).toEqual(['It lacks sharp.', 'It lacks SQLite.']);
});

/** Packs an app of these files; sizes in bytes. */
async function packed(files: Record<string, number>, licensed: readonly string[] = []) {
  for (const [path, size] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'app', path)), { recursive: true });
    writeFileSync(join(folder, 'app', path), Buffer.alloc(size));
  }
  const names = ['@img/sharp-wasm32', '@photostructure/sqlite', 'libheif-js', ...licensed];
  writeFileSync(join(folder, 'app/dist/licences.json'), JSON.stringify(names.map((name) => ({ name }))));
  await createPackage(join(folder, 'app'), join(folder, 'app.asar'));
  return { ...linux, resources: folder };
}
const parts = Object.fromEntries(PARTS.map((path) => [path, 1]));

it('without ffmpeg there is a build, but no release', async () => {
  const build = await packed(parts);
  await expect(checkPacked(build)).resolves.toBeUndefined();
  expect(console.warn).toHaveBeenCalledWith(expect.stringContaining('This build is not a release.'));
  await expect(checkPacked({ ...build, isRelease: true })).rejects.toThrow(
    'There is no ffmpeg in this build.',
  );
});

it.runIf(process.platform === 'linux')('ffmpeg must come with its licence and start', async () => {
  const build = { ...(await packed(parts)), isRelease: true, arch: process.arch };
  const files = { ...build, arch: 'x64' };
  const ffmpeg = join(folder, 'app.asar.unpacked/node_modules/ffmpeg-static');
  mkdirSync(ffmpeg, { recursive: true });
  writeFileSync(join(ffmpeg, 'ffmpeg'), '#!/bin/sh\nexit 3\n');
  await expect(checkPacked(files)).rejects.toThrow('The licence of ffmpeg is missing.');
  writeFileSync(join(ffmpeg, 'LICENSE'), 'GPL');
  await expect(checkPacked(files)).rejects.toThrow('not executable');
  rmSync(join(ffmpeg, 'ffmpeg'));
  writeFileSync(join(ffmpeg, 'ffmpeg'), '#!/bin/sh\nexit 3\n', { mode: 0o755 });
  if (process.arch === 'x64') await expect(checkPacked(files)).rejects.toThrow('does not start (code 3)');
  rmSync(join(ffmpeg, 'ffmpeg'));
  writeFileSync(join(ffmpeg, 'ffmpeg'), '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  await expect(checkPacked(files)).resolves.toBeUndefined();
});

it('what is packed must be in the list of licences', async () => {
  const build = await packed({ ...parts, 'node_modules/ffmpeg-static/ffmpeg': 1 });
  await expect(checkPacked(build)).rejects.toThrow('ffmpeg-static is not in dist/licences.json.');
});

const ffmpeg = (size: number) => ({ 'node_modules/ffmpeg-static/ffmpeg': size });

it.each([
  [{ 'dist/node/huge.js': BUDGET }, 'more than 30.0 MB without ffmpeg, for which 90.0 MB are set aside'],
  [{ 'dist/node/huge.js': BUDGET - FFMPEG_SHARE }, 'more than 30.0 MB without ffmpeg'],
  [ffmpeg(BUDGET), 'more than 120.0 MB.'],
])('too many megabytes end the build, counted with ffmpeg where it lacks: %o', async (more, why) => {
  await expect(checkPacked(await packed({ ...parts, ...more }, ['ffmpeg-static']))).rejects.toThrow(why);
});

it.each([
  [
    { 'dist/node/large.js': 25_000_000 },
    /25\.0 MB {2}.*; 30\.0 MB are allowed, besides 90\.0 MB for ffmpeg$/,
  ],
  [{ 'dist/node/large.js': 35_000_000, ...ffmpeg(80_000_000) }, /115\.0 MB {2}.*; 120\.0 MB are allowed$/],
])('what is in a build is counted as it is, and printed: %o', async (more, line) => {
  await checkPacked(await packed({ ...parts, ...more }, ['ffmpeg-static']));
  expect(console.log).toHaveBeenLastCalledWith(expect.stringMatching(line));
});
