// For unit tests of the library process: real files in a temporary folder, and a clock moved by hand.

import { mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Listing } from '../shared/listing-table.js';
import type { Clock } from './clock.js';
import type { FolderOutcome } from './found.js';
import { readFolder } from './read-folder.js';
import { RootIndex } from './root-index.js';
import type { Slices } from './slices.js';

/** A time long enough ago for folder times to be trusted. */
const LONG_AGO = new Date('2020-01-01T12:00:00Z');

export class TestFolder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'gallery-library-')));

  at(relative: string): string {
    return join(this.path, relative);
  }

  /** Writes files, given by relative path; makes their folders. */
  write(...files: string[]): void {
    for (const file of files) this.writeBytes(file, `content of ${file}`);
  }

  writeBytes(file: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.at(file)), { recursive: true });
    writeFileSync(this.at(file), content);
  }

  /** Makes folders look as if nothing had happened in them lately. */
  age(...folders: string[]): void {
    for (const folder of folders) utimesSync(this.at(folder), LONG_AGO, LONG_AGO);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** All paths of a listing, sorted. */
export const pathsOf = (listing: Listing): string[] =>
  Array.from({ length: listing.count }, (_, row) => listing.pathAt(row)).sort();

/** The id of a path; -1 when it is not in the listing. */
export function idOf(listing: Listing, path: string): number {
  for (let row = 0; row < listing.count; row++) if (listing.pathAt(row) === path) return listing.idAt(row);
  return -1;
}

/** A clock that stands still until it is moved. */
export class HandClock implements Clock {
  private time = 1_000_000;
  private timers: { at: number; callback: () => void }[] = [];

  now(): number {
    return this.time;
  }

  after(ms: number, callback: () => void): () => void {
    const timer = { at: this.time + ms, callback };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((one) => one !== timer);
    };
  }

  /** Moves time on, calling what falls due in its order. */
  move(ms: number): void {
    const end = this.time + ms;
    for (;;) {
      const next = this.timers.filter((one) => one.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.timers = this.timers.filter((one) => one !== next);
      this.time = next.at;
      next.callback();
    }
    this.time = end;
  }

  /** The clock is set, forth or (negative) back; what was waited for comes when it would have come. */
  set(ms: number): void {
    this.time += ms;
    for (const timer of this.timers) timer.at += ms;
  }

  get waiting(): number {
    return this.timers.length;
  }
}

/** An index of a folder that reads some of its folders (relative paths, put into `failing`) as the test says. */
export function indexOf(folder: TestFolder): { index: RootIndex; failing: Map<string, FolderOutcome> } {
  const failing = new Map<string, FolderOutcome>();
  const read = async (path: string, slices: Slices) =>
    failing.get(path) ?? readFolder(folder.path, path, slices);
  return { index: new RootIndex({ path: folder.path, read }), failing };
}
