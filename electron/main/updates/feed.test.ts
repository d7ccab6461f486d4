import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findFeed, type Installed } from './feed.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'feed-'));
  writeFileSync(join(folder, 'package.json'), '{ "homepage": "https://github.com/home/gallery" }');
});
afterEach(() => rmSync(folder, { recursive: true }));

const find = (installed: Partial<Installed> = {}) =>
  findFeed({
    ...{ packaged: true, platform: 'linux', env: {}, resources: folder, app: folder },
    ...installed,
  });
const give = () => writeFileSync(join(folder, 'app-update.yml'), 'provider: github');

it('a build without a place to ask has no updates', () => {
  expect(find()).toEqual({ support: 'none', config: null, page: null });
  give();
  expect(find().config).toBe(join(folder, 'app-update.yml'));
});

it('a packaged build cannot be told another place', () => {
  const env = { HOME_GALLERY_UPDATE_CONFIG: join(folder, 'package.json') };
  expect(find({ env }).support).toBe('none');
  expect(find({ env, packaged: false }).config).toBe(env.HOME_GALLERY_UPDATE_CONFIG);
});

it.each<[NodeJS.Platform, Installed['env'], string]>([
  ['linux', { APPIMAGE: '/home/me/gallery.AppImage', APPDIR: 'here' }, 'installs'],
  // Started from another program that is an AppImage, and hands on what it was told.
  ['linux', { APPIMAGE: '/home/me/terminal.AppImage', APPDIR: '/tmp/.mount_termin' }, 'tells'],
  ['linux', {}, 'tells'],
  ['darwin', {}, 'installs'],
  ['win32', {}, 'installs'],
  ['win32', { PORTABLE_EXECUTABLE_FILE: 'D:\\gallery.exe' }, 'tells'],
])('what can replace itself does: %s %j %s', (platform, env, support) => {
  give();
  if (env['APPDIR'] === 'here') env = { ...env, APPDIR: folder };
  expect(find({ platform, env })).toMatchObject({
    support,
    page: 'https://github.com/home/gallery/releases',
  });
});
