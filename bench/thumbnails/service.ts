// Runs in Node, in tests and benches: the app's thumbnail service with real workers and a real store, on files that
// are given by path instead of by a library.

import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { ThumbnailFailure } from '../../electron/shared/contract.js';
import { formatOf } from '../../electron/shared/media.js';
import type { MediaFile } from '../../electron/main/thumbnails/media-file.js';
import { ThumbnailPool } from '../../electron/main/thumbnails/pool.js';
import type { PoolOptions } from '../../electron/main/thumbnails/pool-types.js';
import { ThumbnailStore } from '../../electron/main/thumbnails/store.js';
import { Strikes } from '../../electron/main/thumbnails/strikes.js';
import { Thumbnails } from '../../electron/main/thumbnails/thumbnails.js';
import { findFfmpeg } from '../../electron/main/thumbnails/ffmpeg.js';
import type { Workers } from './processes.js';

export interface ServiceOptions {
  readonly workers: Workers;
  readonly count: number;
  /** The folder of the originals. */
  readonly root: string;
  /** For the store and what is kept in the user's folder. */
  readonly home: string;
  readonly pool?: Partial<PoolOptions>;
  /** Absolute path; absent: the one that is found. */
  readonly ffmpeg?: string;
}

export interface Service {
  readonly thumbnails: Thumbnails;
  readonly pool: ThumbnailPool;
  readonly store: ThumbnailStore;
  /** By id. */
  readonly files: Map<number, MediaFile>;
  readonly failures: Map<number, ThumbnailFailure>;
  /** How often each thumbnail was announced. */
  readonly announced: Map<number, number>;
  /** Log lines. */
  readonly lines: string[];
  /** Adds files by absolute path, numbered on. */
  add(paths: readonly string[]): number[];
  /** Resolves when nothing is pending. */
  finished(): Promise<void>;
}

/** A service, not started yet. */
export function service({ workers, count, root, home, pool: poolOptions, ffmpeg }: ServiceOptions): Service {
  const lines: string[] = [];
  const log = (_level: string, message: string) => void lines.push(message);
  const files = new Map<number, MediaFile>();
  const failures = new Map<number, ThumbnailFailure>();
  const announced = new Map<number, number>();
  let waiting: (() => void) | undefined;
  const strikes = new Strikes(home, log);
  const pool = new ThumbnailPool({
    startWorker: () => workers.start(),
    workers: count,
    log,
    strikes,
    ...poolOptions,
  });
  const store = new ThumbnailStore(join(home, 'thumbnails'), log);
  const thumbnails = new Thumbnails({
    pool,
    store,
    workers: count,
    log,
    lookUp: (_root, id) => files.get(id),
    ffmpeg: () =>
      ffmpeg === undefined
        ? findFfmpeg({ configured: process.env['HOME_GALLERY_FFMPEG'] ?? null, log })
        : Promise.resolve({ path: ffmpeg, notice: null }),
    emitChanged: ({ ready, failed }) => {
      for (const id of ready) announced.set(id, (announced.get(id) ?? 0) + 1);
      for (const failure of failed) failures.set(failure.id, failure);
    },
    emitStatus: ({ pending }) => {
      if (pending === 0) waiting?.();
    },
    onFacts: () => undefined,
    onProblem: () => undefined,
  });
  return {
    ...{ thumbnails, pool, store, files, failures, announced, lines },
    add: (paths) => {
      const ids = paths.map((path) => {
        const id = files.size + 1;
        files.set(id, fileAt(root, path, id));
        return id;
      });
      thumbnails.add(1, ids);
      return ids;
    },
    finished: () => new Promise((resolve) => (waiting = resolve)),
  };
}

/** Starts a service on files and resolves with it when nothing is left to do. */
export async function complete(made: Service, paths: readonly string[]): Promise<Service> {
  await made.thumbnails.start();
  const finished = made.finished();
  made.add(paths);
  await finished;
  return made;
}

/** A file as the service wants it. */
function fileAt(root: string, path: string, id: number): MediaFile {
  const { size, mtimeMs } = statSync(path);
  const kind = formatOf(path)?.kind ?? 'photo';
  return { root: 1, id, path, rootPath: root, relative: relative(root, path), kind, size, modified: mtimeMs };
}
