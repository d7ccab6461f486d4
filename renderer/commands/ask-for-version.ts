// Renderer: asks for a newer version, or gets it. How that goes is told by main and shown in the settings; until it is told, which is at
// once unless main is busy, a notice stands for it.

import { deferred } from '../../electron/shared/deferred.js';
import type { App } from '../state/app.js';
import { texts } from '../texts.js';

export function askForVersion(
  { gallery, notices }: Pick<App, 'gallery' | 'notices'>,
  call: 'updates.check' | 'updates.download',
): void {
  const told = deferred();
  const end = gallery.on('updates.status', () => told.resolve());
  const work = gallery.call(call);
  notices.during(texts.askingForVersion, Promise.race([told.promise, work])).catch(() => undefined);
  work.finally(end).catch(notices.report);
}
