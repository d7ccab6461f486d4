import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFfmpeg, packagedFfmpeg, unpackedPath, type FfmpegSearch } from './ffmpeg.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ffmpeg-'));
  await writeFile(join(folder, 'ffmpeg'), '');
  await chmod(join(folder, 'ffmpeg'), 0o755);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Looks where all three exist; only those in `running` run. */
function find(running: readonly string[], search: Partial<FfmpegSearch> = {}) {
  return findFfmpeg({
    configured: '/configured',
    packaged: () => '/packaged',
    env: { PATH: `${folder}/nothing:${folder}` },
    platform: 'linux',
    version: (path) =>
      running.includes(path) ? Promise.resolve('ffmpeg version 6') : Promise.reject(new Error('no')),
    log: () => undefined,
    ...search,
  });
}

describe('findFfmpeg', () => {
  it('prefers the named one, then the packaged, then the system one', async () => {
    const system = join(folder, 'ffmpeg');
    expect((await find(['/configured', '/packaged', system])).path).toBe('/configured');
    expect((await find(['/packaged', system])).path).toBe('/packaged');
    expect((await find([system])).path).toBe(system);
    expect((await find(['/packaged', system], { configured: null })).path).toBe('/packaged');
  });

  it('says how to fix it when there is none', async () => {
    const none = await find([]);
    expect(none.path).toBeNull();
    expect(none.notice).toMatch(/Install ffmpeg/);
  });

  it('checks by running it', async () => {
    const answer = await findFfmpeg({
      configured: process.execPath,
      packaged: () => null,
      env: {},
      log: () => undefined,
    });
    // Node runs, but is not ffmpeg.
    expect(answer.path).toBeNull();
  });
});

it('points beside the archive in a packaged app', () => {
  expect(unpackedPath('/opt/app/resources/app.asar/node_modules/ffmpeg-static/ffmpeg')).toBe(
    '/opt/app/resources/app.asar.unpacked/node_modules/ffmpeg-static/ffmpeg',
  );
  expect(unpackedPath('C:\\App\\app.asar\\x.exe')).toBe('C:\\App\\app.asar.unpacked\\x.exe');
  expect(unpackedPath('/home/me/ffmpeg')).toBe('/home/me/ffmpeg');
});

it('is looked for in its place where the package knows none (Windows on ARM)', () => {
  const modules = (answer: () => unknown) =>
    Object.assign(answer, {
      resolve: (() => '/app.asar/m/package.json') as unknown as NodeJS.RequireResolve,
    });
  const none = modules(() => null);
  expect(packagedFfmpeg(none, 'win32')).toBe(join('/app.asar.unpacked/m', 'ffmpeg.exe'));
  expect(packagedFfmpeg(none, 'linux')).toBeNull();
  expect(
    packagedFfmpeg(
      modules(() => '/m/ffmpeg'),
      'win32',
    ),
  ).toBe('/m/ffmpeg');
  const absent = modules(() => {
    throw Object.assign(new Error('none'), { code: 'MODULE_NOT_FOUND' });
  });
  expect(packagedFfmpeg(absent, 'win32')).toBeNull();
});
