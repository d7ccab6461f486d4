// Runs in Node, for the demo: compares what the app shows with what was made.

import type { Manifest } from '../media/index.js';
import type { Contents, Status } from './observe.js';

/** What differs, one sentence each; empty when the app shows exactly what it should. */
export function differences({ files, counts }: Manifest, status: Status, contents: Contents): string[] {
  const found: string[] = [];
  const equal = (what: string, is: number, wanted: number) => {
    if (is !== wanted) found.push(`${what}: ${is}, expected ${wanted}`);
  };
  equal('Photos', contents.photos.length, counts.photos);
  equal('Videos', contents.videos.length, counts.videos);
  equal('Items in the status line', status.items, counts.shown);
  equal('Thumbnails in all', status.total, counts.shown);
  equal('Thumbnails made', status.done, counts.shown - counts.unusable);
  equal('Thumbnails failed', status.failed, counts.unusable);
  for (const [kind, paths] of [
    ['photo', contents.photos],
    ['video', contents.videos],
  ] as const) {
    const wanted = files.filter((file) => file.shown && file.kind === kind).map(({ path }) => path);
    found.push(...missing(wanted, paths).map((path) => `Not shown as a ${kind}: ${path}`));
    found.push(...missing(paths, wanted).map((path) => `Shown as a ${kind} although it is none: ${path}`));
  }
  const failed = contents.failures.map(({ path }) => path);
  const unusable = files.filter((file) => file.shown && file.unusable).map(({ path }) => path);
  const reasons = new Map(contents.failures.map(({ path, message }) => [path, message]));
  found.push(
    ...missing(failed, unusable).map(
      (path) => `Failed although it is whole: ${path}: ${reasons.get(path) ?? ''}`,
    ),
  );
  found.push(
    ...missing(unusable, failed).map(
      (path) => `A thumbnail was made although the file cannot be used: ${path}`,
    ),
  );
  return found;
}

function missing(wanted: readonly string[], present: readonly string[]): string[] {
  const known = new Set(present);
  return wanted.filter((path) => !known.has(path));
}
