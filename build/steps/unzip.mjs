// @ts-check
// Runs in the build scripts: unpacks chosen entries of a zip file.

import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * @param {string} zip path of the zip file
 * @param {(name: string) => string | null} place where an entry goes, relative to `target`; null leaves it out
 * @param {string} target
 */
export async function unzip(zip, place, target) {
  const { default: yauzl } = await import('yauzl');
  const file = await new Promise((resolve, reject) => {
    yauzl.open(zip, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened)));
  });
  await new Promise((resolve, reject) => {
    file.on('error', reject);
    file.on('end', resolve);
    file.on('entry', (/** @type {import('yauzl').Entry} */ entry) => {
      const name = entry.fileName.endsWith('/') ? null : place(entry.fileName);
      if (name === null) return file.readEntry();
      write(file, entry, join(target, name)).then(() => file.readEntry(), reject);
    });
    file.readEntry();
  }).finally(() => file.close());
}

/**
 * @param {import('yauzl').ZipFile} file
 * @param {import('yauzl').Entry} entry
 * @param {string} path
 */
async function write(file, entry, path) {
  await mkdir(dirname(path), { recursive: true });
  const stream = await new Promise((resolve, reject) => {
    file.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
  });
  // The upper half of the attributes holds the Unix mode.
  const mode = (entry.externalFileAttributes >>> 16) & 0o777;
  await pipeline(stream, createWriteStream(path, { mode: mode || 0o644 }));
}
