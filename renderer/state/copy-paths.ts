// Renderer: copies the paths of files, and tells what could not be found.

import type { FilesDone } from '../../electron/shared/files.js';
import { texts } from '../texts.js';
import type { App } from './app.js';
import type { ItemKey } from './keys.js';
import { filesOf } from './marks.js';

/** Tells how many files something was done with, unless `done` is null, because that can be seen, and names those with which it could not be done. */
export const tell =
  ({ dialogs, notices }: Pick<App, 'dialogs' | 'notices'>, done: ((count: number) => string) | null) =>
  (result: FilesDone): void => {
    if (done !== null && result.done > 0) notices.show(done(result.done));
    if (result.failed.length > 0)
      dialogs.set({ kind: 'failures', title: texts.notDone(result.failed.length), files: result.failed });
  };

/** Puts the paths of files into the clipboard. */
export function copyPaths(app: Pick<App, 'dialogs' | 'gallery' | 'notices'>, keys: Iterable<ItemKey>): void {
  const all = [...keys];
  app.notices
    .during(texts.copying(all.length), app.gallery.call('files.copyPaths', [...filesOf(all)]))
    .then(tell(app, texts.pathsCopied), app.notices.report);
}
