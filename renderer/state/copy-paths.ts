// Renderer: copies the paths of files, and tells what could not be found.

import type { FailedFile, FilesDone } from '../../electron/shared/files.js';
import { texts } from '../texts.js';
import type { App } from './app.js';
import { failedKeys } from './dialogs.js';
import type { ItemKey } from './keys.js';
import { filesOf } from './marks.js';

type Telling = Pick<App, 'dialogs' | 'notices'>;

/**
 * Names the files with which something could not be done.
 * @param again does it again with the files it is given, which are those that failed; null: it needs more than a button
 */
export function tellFailed(
  { dialogs }: Pick<App, 'dialogs'>,
  title: string,
  files: readonly FailedFile[],
  again: ((keys: Float64Array) => void) | null,
): void {
  const keys = failedKeys(files);
  const retry = again === null || keys.length === 0 ? null : () => again(keys);
  dialogs.set({ kind: 'failures', title, files, again: retry });
}

/**
 * Tells how many files something was done with, unless `done` is null, because that can be seen, and names those with which it could
 * not be done. `again`: see {@link tellFailed}.
 */
export const tell =
  (app: Telling, done: ((count: number) => string) | null, again: ((keys: Float64Array) => void) | null) =>
  (result: FilesDone): void => {
    if (done !== null && result.done > 0) app.notices.show(done(result.done));
    if (result.failed.length > 0) tellFailed(app, texts.notDone(result.failed.length), result.failed, again);
  };

/** Puts the paths of files into the clipboard. */
export function copyPaths(app: Pick<App, 'dialogs' | 'gallery' | 'notices'>, keys: Iterable<ItemKey>): void {
  const all = [...keys];
  app.notices
    .during(texts.copying(all.length), app.gallery.call('files.copyPaths', [...filesOf(all)]))
    // All of them again: what is copied takes the place of what was.
    .then(
      tell(app, texts.pathsCopied, () => copyPaths(app, all)),
      app.notices.report,
    );
}
