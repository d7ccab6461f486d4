// Runs in main, for `diagnose`: tries what the app cannot do without: a worker makes a picture, folders are written to.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ThumbnailEvents, ThumbnailRequests } from '../shared/messages.js';
import type { Child } from './child.js';
import { reasonOf, tryWriting } from './thumbnails/stored-file.js';

/** Milliseconds for each trial; a worker of a slow computer starts in two seconds. */
export const PATIENCE = 30_000;

/** A picture of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==',
  'base64',
);

type Worker = Pick<Child<ThumbnailRequests, ThumbnailEvents>, 'ready' | 'ask' | 'stop' | 'lastWords'>;
/** Calls back once after so many milliseconds; answers what cancels it. */
export type After = (ms: number, run: () => void) => () => void;

/** Whether a worker starts and makes a picture, which is written to a folder of its own in `folder`: null, or why not. */
export async function whyNoPicture(
  startWorker: () => Worker,
  folder: string,
  after: After = afterTime,
): Promise<string | null> {
  let worker: Worker | undefined;
  let scratch: string | undefined;
  try {
    worker = startWorker();
    await inTime(worker.ready, after);
    scratch = await mkdtemp(join(folder, 'probe-'));
    const path = join(scratch, 'pixel.png');
    await writeFile(path, PIXEL);
    const job = { path, rootPath: scratch, kind: 'photo', longestSide: 16, ffmpeg: null } as const;
    const target = join(scratch, 'made');
    await inTime(worker.ask('make', { ...job, target, timeLimit: PATIENCE }), after);
    return null;
  } catch (error) {
    const words = worker?.lastWords ?? '';
    return words === '' ? (error instanceof Error ? error.message : String(error)) : words;
  } finally {
    await worker?.stop();
    if (scratch !== undefined) await rm(scratch, { recursive: true, force: true });
  }
}

/** Whether a file can be written in a folder, and removed again: null, or why not. Makes the folder. */
export async function whyUnwritable(folder: string, after: After = afterTime): Promise<string | null> {
  try {
    await inTime(tryWriting(join(folder, `probe-${process.pid}`)), after);
    return null;
  } catch (error) {
    return error === SLOW ? SLOW.message : reasonOf(error);
  }
}

const SLOW = new Error(`there was no answer for ${PATIENCE / 1000} seconds`);

function inTime<T>(trial: Promise<T>, after: After): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = after(PATIENCE, () => reject(SLOW));
    trial.finally(cancel).then(resolve, reject);
  });
}

function afterTime(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
