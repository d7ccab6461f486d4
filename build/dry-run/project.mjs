// @ts-check
// Runs in end-to-end tests: the project as it would lie on a machine of another system, and with more installed than that
// needs: every package of package-lock.json that the app may have, those for all systems among them. What is not installed here is
// made up: files of the right names.

import { existsSync } from 'node:fs';
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readLock, runtimePackages } from '../packaging/packages.mjs';
import { licenceOf } from '../steps/licences.mjs';
import { DIST, inRoot } from '../steps/paths.mjs';

/**
 * Writes it to `folder`, with what `dist` holds.
 * @param {string} folder
 * @param {string} platform of the packages
 */
export async function makeProject(folder, platform) {
  await mkdir(folder, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) await cp(inRoot(name), join(folder, name));
  await symlink(inRoot('build'), join(folder, 'build'));
  await cp(DIST, join(folder, 'dist'), { recursive: true });
  const lock = readLock();
  const installed = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && !dev);
  for (const [path, locked] of installed) {
    // The ffmpeg that is installed is this system's.
    if (existsSync(inRoot(path)) && !path.endsWith('/ffmpeg-static'))
      await cp(inRoot(path), join(folder, path), { recursive: true });
    else await makeUp(join(folder, path), path.replace(/^.*node_modules\//, ''), locked, platform);
  }
  // The list that was made with `dist` knows of this system's packages alone.
  const { default: listed } = await import(join(folder, 'dist/licences.json'), { with: { type: 'json' } });
  const more = await Promise.all(runtimePackages(lock).map((path) => licenceOf(join(folder, path))));
  await writeFile(join(folder, 'dist/licences.json'), JSON.stringify([...listed, ...more]));
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {import('../packaging/packages.mjs').LockedPackage} locked
 * @param {string} platform
 */
async function makeUp(folder, name, { version, license, dependencies, optionalDependencies }, platform) {
  const manifest = { name, version, license, dependencies, optionalDependencies, main: 'index.js' };
  const files = {
    'package.json': JSON.stringify(manifest),
    LICENSE: 'The licence',
    'README.md': '# What it is',
    'index.js': '',
    ...nativeFiles(name, version, platform),
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text, { mode: path === 'ffmpeg' ? 0o755 : 0o644 });
  }
}

/**
 * What the system itself opens, as these packages call it.
 * @param {string} name
 * @param {string} version
 * @param {string} platform
 * @returns {Record<string, string>}
 */
function nativeFiles(name, version, platform) {
  if (name === 'ffmpeg-static')
    return {
      [platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg']: '#!/bin/sh\n',
      'ffmpeg.LICENSE': 'GPL',
      'install.js': '',
      'example.js': '',
    };
  const own = basename(name);
  if (/^@img\/sharp-libvips-/.test(name))
    return { [`lib/lib${own}.dylib`]: 'x', 'lib/include/glibconfig.h': '' };
  if (/^@img\/sharp-win32-/.test(name))
    return { [`lib/${own}-${version}.node`]: 'x', 'lib/libvips-42.dll': 'x' };
  return /^@img\/sharp-/.test(name) ? { [`lib/${own}-${version}.node`]: 'x' } : {};
}
