// @ts-check
// Runs in the build scripts, at the end of each build: collects the licences of everything that others wrote and that
// is part of the app: packages installed with it, packages bundled into it (by what the bundler says is in them), Electron.

import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readLock, runtimePackages } from '../packaging/packages.mjs';
import { DIST, inRoot, MODULES } from './paths.mjs';
import { Stop } from './say.mjs';

/**
 * @typedef {object} Licence see electron/shared/licence.ts
 * @property {string} name
 * @property {string} version
 * @property {string} licence short name, as SPDX has it
 * @property {string} text
 */

/**
 * Writes `dist/licences.json`. Throws a {@link Stop} when a part of the app has no licence to show.
 * @param {readonly Built[]} built what the builds of all bundles have answered
 */
export async function writeLicences(built) {
  const licences = [await licenceOf(inRoot()), ...(await collectLicences(bundledPackages(built)))];
  const file = join(DIST, 'licences.json');
  await writeFile(file, JSON.stringify(licences));
}

/**
 * Licences of all parts, by name.
 * @param {readonly string[]} bundled folders (`node_modules/NAME`)
 * @returns {Promise<Licence[]>}
 */
export async function collectLicences(bundled) {
  // What is for other systems is not installed.
  const installed = runtimePackages(readLock()).filter((folder) => existsSync(inRoot(folder)));
  const folders = new Set([...installed, ...bundled, 'node_modules/electron']);
  const licences = await Promise.all([...folders].map((folder) => licenceOf(inRoot(folder))));
  return licences.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Folders of the packages of which something is in a bundle. Source maps would not tell: data has none.
 * @param {readonly Built[]} built
 */
export function bundledPackages(built) {
  const found = new Set();
  for (const { output } of built.flatMap((one) => ('output' in one || Array.isArray(one) ? one : []))) {
    for (const id of output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []))) {
      const folder = /(node_modules\/(?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(
        id.replaceAll('\\', '/'),
      )?.[1];
      if (folder) found.add(folder);
    }
  }
  return [...found].sort();
}
/** @typedef {Awaited<ReturnType<typeof import('vite').build>>} Built */

/**
 * Of packages whose files name no author: who holds the rights, as the repository says that they name.
 * @type {Readonly<Record<string, string>>}
 */
const HOLDERS = { thumbhash: 'Evan Wallace' };

const TEXTS = /^(licen[cs]e|copying|notice|third-party-notices|copyrightnotice|.+\.licen[cs]e)([.-].*)?$/i;

/**
 * Of the package in `folder` (absolute path).
 * @param {string} folder
 * @returns {Promise<Licence>}
 */
export async function licenceOf(folder) {
  /** @type {{ name: string, version: string, license?: string, author?: string | { name: string } }} */
  const { name, version, license, author } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const names = (await readdir(folder)).filter((file) => TEXTS.test(file)).sort();
  const texts = await Promise.all(names.map((file) => readFile(join(folder, file), 'utf8')));
  const also = await licensingSection(folder);
  const own = [...texts, ...(also === null ? [] : [also])].map((part) => part.trim()).join('\n\n');
  const holder = (typeof author === 'object' ? author.name : author) ?? HOLDERS[name];
  const text = own === '' && license === 'MIT' && holder ? await mitOf(holder) : own;
  if (!license || text === '') {
    throw new Stop(`The licence of ${name} was not found in ${folder.replace(MODULES, basename(MODULES))}.`);
  }
  return { name, version, licence: license, text };
}

/**
 * The text of the MIT licence for a package that names it and its author, but forgot to bring the text.
 * @param {string} holder
 */
async function mitOf(holder) {
  const ours = await readFile(inRoot('LICENSE'), 'utf8');
  return ours.replace(/^Copyright .*$/m, `Copyright (c) ${holder.replace(/ *[<(].*/, '')}`).trim();
}

/**
 * What libraries that are compiled into a package stand under, where its README says so.
 * @param {string} folder
 */
async function licensingSection(folder) {
  const file = join(folder, 'README.md');
  if (!existsSync(file)) return null;
  const text = await readFile(file, 'utf8');
  const section = /^## Licen[cs]ing\n([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(text)?.[1];
  return section !== undefined && /third-party|libraries/i.test(section) ? section : null;
}
