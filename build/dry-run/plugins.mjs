// @ts-check
// Runs in end-to-end tests on Linux: libraries that stand in for the plugins with which electron-builder's installer for
// Windows is compiled. The compiler reads nothing of them but the names of their functions.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MODULES } from '../steps/paths.mjs';

const TEMPLATES = join(MODULES, 'app-builder-lib/templates/nsis');
/** These come with NSIS itself. */
const OWN = ['System', 'nsExec', 'nsDialogs', 'LangDLL', 'UserInfo', 'StartMenu', 'Banner'];

/**
 * Writes a library for each plugin that the templates call.
 * @param {string} folder
 */
export async function writePlugins(folder) {
  /** @type {Map<string, Set<string>>} */
  const plugins = new Map();
  for (const name of await readdir(TEMPLATES, { recursive: true })) {
    if (!/\.ns[hi]$/.test(name)) continue;
    const text = await readFile(join(TEMPLATES, name), 'utf8');
    for (const [, plugin = '', called = ''] of text.matchAll(/\b([A-Za-z]\w*)::(\w+)/g)) {
      if (!OWN.includes(plugin)) plugins.set(plugin, (plugins.get(plugin) ?? new Set()).add(called));
    }
  }
  for (const [plugin, names] of plugins)
    await writeFile(join(folder, `${plugin}.dll`), library(plugin, [...names]));
}

const HEADERS = 0x200;
const SECTION_AT = 0x1000;

/**
 * A library for 32-bit Windows with functions of these names and nothing in them (the PE format of the Windows documentation).
 * @param {string} name
 * @param {readonly string[]} exported
 */
function library(name, exported) {
  const exports = exportTable(`${name}.dll`, [...exported].sort());
  const file = Buffer.alloc(HEADERS + Math.ceil(exports.length / 0x200) * 0x200);
  file.write('MZ');
  file.writeUInt32LE(0x40, 0x3c);
  file.write('PE\0\0', 0x40);
  // COFF header: i386, one section, a library.
  file.writeUInt16LE(0x14c, 0x44);
  file.writeUInt16LE(1, 0x46);
  file.writeUInt16LE(0xe0, 0x54);
  file.writeUInt16LE(0x2102, 0x56);
  // Optional header.
  const at = 0x58;
  file.writeUInt16LE(0x10b, at);
  file.writeUInt32LE(0x10000000, at + 28);
  file.writeUInt32LE(0x1000, at + 32);
  file.writeUInt32LE(0x200, at + 36);
  file.writeUInt32LE(SECTION_AT * 3, at + 56);
  file.writeUInt32LE(HEADERS, at + 60);
  file.writeUInt16LE(2, at + 68);
  file.writeUInt32LE(16, at + 92);
  // The first of the directories is that of what is exported.
  file.writeUInt32LE(SECTION_AT, at + 96);
  file.writeUInt32LE(exports.length, at + 100);
  const section = at + 0xe0;
  file.write('.edata', section);
  file.writeUInt32LE(exports.length, section + 8);
  file.writeUInt32LE(SECTION_AT, section + 12);
  file.writeUInt32LE(file.length - HEADERS, section + 16);
  file.writeUInt32LE(HEADERS, section + 20);
  file.writeUInt32LE(0x40000040, section + 36);
  exports.copy(file, HEADERS);
  return file;
}

/**
 * @param {string} file
 * @param {readonly string[]} names sorted, as the format demands
 */
function exportTable(file, names) {
  const [functions, pointers, ordinals] = [40, 40 + 4 * names.length, 40 + 8 * names.length];
  const texts = [file, ...names].map((text) => Buffer.from(`${text}\0`, 'latin1'));
  const head = Buffer.alloc(ordinals + 2 * names.length);
  const places = texts.map((_, i) =>
    texts.slice(0, i).reduce((sum, { length }) => sum + length, SECTION_AT + head.length),
  );
  head.writeUInt32LE(places[0] ?? 0, 12);
  head.writeUInt32LE(1, 16);
  head.writeUInt32LE(names.length, 20);
  head.writeUInt32LE(names.length, 24);
  head.writeUInt32LE(SECTION_AT + functions, 28);
  head.writeUInt32LE(SECTION_AT + pointers, 32);
  head.writeUInt32LE(SECTION_AT + ordinals, 36);
  names.forEach((_, i) => {
    head.writeUInt32LE(SECTION_AT, functions + 4 * i);
    head.writeUInt32LE(places[i + 1] ?? 0, pointers + 4 * i);
    head.writeUInt16LE(i, ordinals + 2 * i);
  });
  return Buffer.concat([head, ...texts]);
}
