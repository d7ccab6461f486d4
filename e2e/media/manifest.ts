// Runs in Node, in tests, benches and the demo: what a made library holds, file by file, for tests to
// compare the app with.

import { closeSync, mkdirSync, openSync, readdirSync, symlinkSync, utimesSync, writeSync } from 'node:fs';
import { decodeName, diskPath } from '../../electron/node/raw-paths.js';
import { parentOf } from '../../electron/shared/paths.js';
import type { Orientation } from './exif.js';

export interface MadeFile {
  /** Relative to the library, `/` between parts; bytes that are not UTF-8 as in electron/shared/paths.ts. */
  readonly path: string;
  /** What the app must take it for by its extension; `other` is no media. */
  readonly kind: 'photo' | 'video' | 'other';
  /** Whether the app must list it; junk, hidden files and links are not. */
  readonly shown: boolean;
  /** Not whole, or not what its name says. */
  readonly damaged: boolean;
  /** So damaged that no thumbnail can be made of it. Everything unusable is damaged, too. */
  readonly unusable: boolean;
  /** `jpeg`, `mp4` …; for damaged files and junk a few words. */
  readonly format: string;
  /** Pixels as shown, after orientation; 0 when there is no picture. */
  readonly width: number;
  readonly height: number;
  /** Seconds; 0 for photos. */
  readonly duration: number;
  /** EXIF orientation, when it is not 1. */
  readonly orientation?: Orientation;
  /** Date taken as its EXIF says it, local time. */
  readonly taken?: string;
  /** Modification time, milliseconds since 1970. */
  readonly modified: number;
  readonly bytes: number;
}

export interface ManifestCounts {
  /** Entries of the manifest, links included. */
  readonly files: number;
  /** What the app must list: photos + videos, the damaged ones included. */
  readonly shown: number;
  readonly photos: number;
  readonly videos: number;
  readonly damaged: number;
  readonly unusable: number;
  readonly skipped: number;
}

export interface Manifest {
  /** Absolute path of the library. */
  readonly dir: string;
  /** A folder outside that links lead to, or null. Remove it along with the library. */
  readonly outside: string | null;
  readonly files: readonly MadeFile[];
  readonly counts: ManifestCounts;
  /** What could not be made here, and why. */
  readonly notes: readonly string[];
}

export type Facts = Partial<Omit<MadeFile, 'path' | 'bytes'>> & Pick<MadeFile, 'kind' | 'format'>;

/** Writes files into a library and remembers what it wrote. */
export class Shelf {
  readonly #files: MadeFile[] = [];
  readonly #notes: string[] = [];
  outside: string | null = null;

  constructor(readonly dir: string) {
    mkdirSync(dir, { recursive: true });
  }

  /** Where a relative path lies on disk, as Node's file functions take it. */
  place(path: string): string | Buffer {
    return diskPath(`${this.dir}/${path}`);
  }

  /** Writes one file, sets its modification time and remembers its facts. */
  put(path: string, content: Uint8Array | string, facts: Facts): void {
    mkdirSync(this.place(parentOf(path)), { recursive: true });
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const file = openSync(this.place(path), 'wx');
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    } finally {
      closeSync(file);
    }
    this.remember(path, bytes.length, facts);
  }

  /** Remembers a file that something else wrote, and sets its modification time. */
  remember(path: string, bytes: number, facts: Facts): void {
    const modified = facts.modified ?? (facts.taken ? Date.parse(`${facts.taken}Z`) : Date.UTC(2020, 0, 1));
    utimesSync(this.place(path), modified / 1000, modified / 1000);
    this.#add({ ...facts, modified }, path, bytes);
  }

  /** Makes a symbolic link, which the app must not follow. */
  link(path: string, target: string): void {
    mkdirSync(this.place(parentOf(path)), { recursive: true });
    symlinkSync(target, this.place(path));
    this.#add({ kind: 'other', format: 'link', shown: false, modified: 0 }, path, 0);
  }

  /** Notes something that could not be made on this machine. */
  note(text: string): void {
    this.#notes.push(text);
  }

  #add(facts: Facts & { modified: number }, path: string, bytes: number): void {
    const unusable = facts.unusable ?? false;
    const blank = { shown: facts.kind !== 'other', width: 0, height: 0, duration: 0 };
    this.#files.push({
      ...blank,
      ...facts,
      unusable,
      damaged: unusable || (facts.damaged ?? false),
      path,
      bytes,
    });
  }

  manifest(): Manifest {
    const files = [...this.#files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    return { dir: this.dir, outside: this.outside, files, counts: countsOf(files), notes: this.#notes };
  }
}

export function countsOf(files: readonly MadeFile[]): ManifestCounts {
  const count = (test: (file: MadeFile) => boolean) => files.filter(test).length;
  return {
    files: files.length,
    shown: count(({ shown }) => shown),
    photos: count(({ shown, kind }) => shown && kind === 'photo'),
    videos: count(({ shown, kind }) => shown && kind === 'video'),
    damaged: count(({ shown, damaged }) => shown && damaged),
    unusable: count(({ shown, unusable }) => shown && unusable),
    skipped: count(({ shown }) => !shown),
  };
}

/** Relative paths of everything below a folder that is not a folder itself, links included, in order. */
export function filesBelow(dir: string, folder = ''): string[] {
  const found: string[] = [];
  const here = diskPath(folder === '' ? dir : `${dir}/${folder}`);
  for (const entry of readdirSync(here, { withFileTypes: true, encoding: 'buffer' as 'utf8' })) {
    // With the encoding `buffer` names are bytes; the type definitions of Node 20 do not know it here.
    const name = decodeName(entry.name as unknown as Buffer);
    const path = folder === '' ? name : `${folder}/${name}`;
    if (entry.isDirectory()) found.push(...filesBelow(dir, path));
    else found.push(path);
  }
  return found.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
