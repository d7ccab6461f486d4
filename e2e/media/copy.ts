// Runs in Node, in tests and benches: copies a made library, which fs.cp cannot do because of names that
// are not UTF-8.

import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { diskPath } from '../../electron/node/raw-paths.js';

const SLASH = Buffer.from('/');

/** Copies a folder with everything in it: times kept, links kept as they are, names byte by byte. */
export function copyLibrary(from: string, to: string): void {
  copyFolder(bytesOf(from), bytesOf(to));
}

function bytesOf(path: string): Buffer {
  const place = diskPath(path);
  return typeof place === 'string' ? Buffer.from(place) : place;
}

function copyFolder(from: Buffer, to: Buffer): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from, { encoding: 'buffer' })) {
    const source = Buffer.concat([from, SLASH, name]);
    const target = Buffer.concat([to, SLASH, name]);
    const stat = lstatSync(source);
    if (stat.isSymbolicLink()) {
      symlinkSync(readlinkSync(source), target);
      continue;
    }
    if (stat.isDirectory()) copyFolder(source, target);
    else copyFileSync(source, target);
    utimesSync(target, stat.mtimeMs / 1000, stat.mtimeMs / 1000);
  }
}
