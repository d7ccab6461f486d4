// Renderer: copies where a photo or video was taken.

import type { App } from '../state/app.js';
import { idOfKey, rootOfKey, type ItemKey } from '../state/keys.js';
import { texts } from '../texts.js';

/** Puts the coordinates of a file on the clipboard, or says that they are not known. */
export function copyPlace({ gallery, notices }: App, item: ItemKey): void {
  const copy = async () => {
    const asked = gallery.call('library.details', rootOfKey(item), idOfKey(item));
    const { latitude, longitude } = await notices.during(texts.lookingForPlace, asked);
    if (latitude === null || longitude === null) return notices.show(texts.noPlace);
    // As maps and search engines take it, whatever the language.
    await gallery.call('app.copyText', `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`);
    return notices.show(texts.copied);
  };
  copy().catch(notices.report);
}
