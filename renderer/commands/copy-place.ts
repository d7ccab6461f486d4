// Renderer: copies where a photo or video was taken.

import type { App } from '../state/app.js';
import { idOfKey, rootOfKey, type ItemKey } from '../state/keys.js';
import { texts } from '../texts.js';
import type { Place } from '../views/Viewer/map.js';

/** Puts the coordinates of a file on the clipboard, or says that they are not known. */
export function copyPlace(app: App, item: ItemKey): void {
  const { gallery, notices } = app;
  const asked = gallery.call('library.details', rootOfKey(item), idOfKey(item));
  notices.during(texts.lookingForPlace, asked).then(({ latitude, longitude }) => {
    if (latitude === null || longitude === null) notices.show(texts.noPlace);
    else copyCoordinates(app, { latitude, longitude });
  }, notices.report);
}

/** Puts coordinates on the clipboard, as maps and search engines take them, whatever the language. */
export function copyCoordinates({ gallery, notices }: App, { latitude, longitude }: Place): void {
  const text = `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`;
  notices
    .during(texts.copyingPlace, gallery.call('app.copyText', text))
    .then(() => notices.show(texts.copied), notices.report);
}
