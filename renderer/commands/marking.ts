// Renderer: gives files marks and hides folders, each of which can be taken back.

import type { MarkChange } from '../../electron/shared/marks.js';
import type { RootId } from '../../electron/shared/contract.js';
import { displayPath, nameOf } from '../../electron/shared/paths.js';
import type { App } from '../state/app.js';
import { stepsBack, type MarkStep } from '../state/mark-back.js';
import type { ItemKey } from '../state/keys.js';
import { texts } from '../texts.js';

/** Changes marks of files, tells what could not be changed, and can take it back. */
export function markFiles(app: App, keys: Iterable<ItemKey>, change: MarkChange): void {
  const { marks, notices, undo } = app;
  const all = [...keys];
  const steps = stepsBack(marks, all, change);
  notices.during(texts.marking(all.length), marks.set(all, change)).then(({ missing }) => {
    if (missing > 0) notices.show(texts.missing(missing));
    if (steps.length === 0) return;
    // What one file has can be seen on it, unless it is no longer shown because of it.
    const seen = all.length === 1 && !isShownByMarks(app);
    undo.offer({
      message: seen ? null : said(change, new Set(steps.flatMap((step) => step.keys)).size),
      passing: true,
      back: () => putBack(app, steps),
    });
  }, notices.report);
}

async function putBack({ marks, notices }: App, steps: readonly MarkStep[]): Promise<void> {
  const work = async () => {
    for (const { keys, change } of steps) await marks.set(keys, change);
  };
  const count = new Set(steps.flatMap(({ keys }) => keys)).size;
  await notices.during(texts.marking(count), work());
  notices.show(texts.undone);
}

/** Whether files are shown for what they are marked with. */
function isShownByMarks({ view }: App): boolean {
  const { place, criteria } = view.get();
  return place.kind === 'favourites' || criteria.favourites || criteria.rating > 0 || criteria.tag !== null;
}

function said({ favourite, rating, addTags, removeTags }: MarkChange, count: number): string {
  if (favourite !== undefined) return favourite ? texts.favourited(count) : texts.unfavourited(count);
  if (rating !== undefined) {
    return rating === 0 ? texts.unrated(count) : texts.rated({ count, stars: texts.rateWith(rating) });
  }
  if (addTags !== undefined) return texts.tagged({ count, tag: addTags.join(', ') });
  return texts.untagged({ count, tag: (removeTags ?? []).join(', ') });
}

/** Hides a folder (relative path), says where to find it again, and can take it back. */
export function hideFolder({ gallery, notices, undo }: App, root: RootId, folder: string): void {
  const hide = (hidden: boolean) =>
    notices.during(
      hidden ? texts.hidingFolder : texts.showingFolder,
      gallery.call('marks.hideFolder', root, folder, hidden),
    );
  hide(true).then(
    () =>
      undo.offer({
        message: texts.folderHidden(displayPath(nameOf(folder))),
        passing: false,
        back: async () => {
          await hide(false);
          notices.show(texts.undone);
        },
      }),
    notices.report,
  );
}
