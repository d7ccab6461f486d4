// Renderer: what the commands do that are about the work in the background: its thumbnails, caches and workers, and what is told of it.

import type { Actions } from '../state/actions.js';
import type { App } from '../state/app.js';
import { texts } from '../texts.js';
import type { Handler } from './registry.js';

type WorkCommand =
  | 'activity'
  | 'problems'
  | 'pauseThumbnails'
  | 'retryThumbnails'
  | 'clearThumbnails'
  | 'restartWorkers'
  | 'dropCaches'
  | 'copyDiagnostics'
  | 'copyDiagnosticsWithPaths'
  | 'openLog';

export function workCommands(app: App, actions: Actions): Readonly<Record<WorkCommand, Handler>> {
  const { gallery, view, notices, dialogs, roots, thumbnailStatus, problemCount } = app;
  const hasRoots = () => roots.get().length > 0;
  const hasWorkers = () => thumbnailStatus.get().workers > 0;
  return {
    activity: {
      run: () => view.update((now) => ({ ...now, activity: !now.activity })),
      checked: () => view.get().activity,
    },
    problems: { can: hasRoots, run: () => view.change({ problems: true }) },
    pauseThumbnails: {
      can: hasWorkers,
      run: () => {
        const { paused, done, failed, total } = thumbnailStatus.get();
        // While nothing is to be made the status line does not say that it rests.
        if (done + failed >= total) notices.show(paused ? texts.nowResumed : texts.nowPaused);
        return notices
          .during(paused ? texts.resuming : texts.pausing, gallery.call('thumbnails.pause', !paused))
          .catch(notices.report);
      },
      checked: () => thumbnailStatus.get().paused,
    },
    retryThumbnails: {
      can: () => thumbnailStatus.get().failed > 0 || problemCount.get() > 0,
      run: () => {
        notices.show(texts.triedAgain);
        return actions.retryThumbnail(null);
      },
    },
    clearThumbnails: {
      can: () => thumbnailStatus.get().bytes > 0,
      run: () => dialogs.set({ kind: 'clear' }),
    },
    restartWorkers: {
      can: hasWorkers,
      run: () =>
        notices
          .during(texts.restartingWorkers, gallery.call('activity.restartWorkers', null))
          .then(() => notices.show(texts.workersRestarted), notices.report),
    },
    dropCaches: {
      can: hasRoots,
      run: () =>
        notices
          .during(texts.droppingCaches, gallery.call('library.invalidate', null))
          .then((count) => notices.show(texts.cachesDropped(count)), notices.report),
    },
    // Files and folders are named only where a person has said so.
    copyDiagnostics: { run: () => copyDiagnostics(app, false) },
    copyDiagnosticsWithPaths: { run: () => copyDiagnostics(app, true) },
    openLog: {
      run: () => void notices.during(texts.openingLog, gallery.call('app.openLog')).catch(notices.report),
    },
  };
}

/** Puts a text for whoever helps on the clipboard. */
function copyDiagnostics({ gallery, notices }: App, withPaths: boolean): void {
  notices
    .during(texts.copyingDiagnostics, gallery.call('activity.copyDiagnostics', withPaths))
    .then(() => notices.show(texts.copied), notices.report);
}
