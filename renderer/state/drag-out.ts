// Renderer: drags files out of the window, and tells which of them could not come along.

import { deferred } from '../../electron/shared/deferred.js';
import type { TileBox } from '../../electron/shared/files.js';
import { isMac } from '../commands/keys.js';
import { texts } from '../texts.js';
import type { App } from './app.js';
import { tell } from './copy-paths.js';
import { filesOf } from './marks.js';

/** Milliseconds after the end of a drag in which a drop into this window may still come from it. */
const DROPPED = 500;

/** To be called while the button is down. `box`: the tile under the pointer. */
export function dragOut(
  app: Pick<App, 'dialogs' | 'draggedOut' | 'gallery' | 'notices'>,
  keys: Float64Array,
  box: TileBox,
): void {
  const { draggedOut, gallery, notices } = app;
  draggedOut.set(true);
  const drag = gallery.call('files.drag', [...filesOf(keys)], box);
  // The drag itself takes as long as a person likes, and is nobody's wait.
  const begun = deferred();
  const over = () => draggedOut.set(false);
  const end = gallery.on('files.dragging', () => begun.resolve());
  notices
    .during(texts.preparingDrag(keys.length), Promise.race([begun.promise, drag]))
    .catch(() => undefined);
  drag.finally(end).then(
    (result) => {
      if (result.done === 0) over();
      // On macOS it has only begun: there the pointer ends it, which elsewhere may stay outside of the window.
      else if (!isMac()) setTimeout(over, DROPPED);
      tell(app, null, null)(result);
    },
    (error: unknown) => {
      over();
      notices.report(error);
    },
  );
}
