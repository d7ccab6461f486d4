// Renderer: moves files to the trash, and brings them back where the system lets us.

import type { App } from '../state/app.js';
import { tellFailed } from '../state/copy-paths.js';
import { filesOf } from '../state/marks.js';
import { texts } from '../texts.js';

/** Moves files to the trash, and tells what could not go there. Undo brings them back, or says who can. */
export async function trashFiles(app: App, keys: Float64Array): Promise<void> {
  const { gallery, notices, undo: steps } = app;
  try {
    const { done, failed, undo } = await notices.during(
      texts.trashing(keys.length),
      gallery.call('files.trash', [...filesOf(keys)]),
    );
    if (done > 0 && undo !== null) {
      offerRestore(app, undo, texts.trashed(done));
    } else if (done > 0) {
      // A step all the same: undo is about what was done last, and takes back nothing that is older.
      const back = () => Promise.resolve(void notices.show(texts.trashedElsewhere));
      const message = `${texts.trashed(done)} ${texts.trashedElsewhere}`;
      steps.offer({ message, passing: false, button: false, back });
    }
    if (failed.length > 0)
      tellFailed(app, texts.trashFailed(failed.length), failed, (left) => void trashFiles(app, left));
  } catch (error) {
    notices.report(error);
  }
}

function offerRestore(app: App, undo: number, message: string): () => void {
  return app.undo.offer({ message, passing: false, back: () => restore(app, undo) });
}

async function restore(app: App, undo: number): Promise<void> {
  const { dialogs, gallery, notices } = app;
  const result = await notices.during(texts.restoring, gallery.call('files.restore', undo));
  const { done, failed } = result;
  if (done > 0) notices.show(texts.restored(done));
  // When what was in the way is gone, the rest comes back as well.
  const again = result.undo === null ? null : offerRestore(app, result.undo, texts.trashedElsewhere);
  if (failed.length > 0)
    dialogs.set({ kind: 'failures', title: texts.restoreFailed(failed.length), files: failed, again });
}
