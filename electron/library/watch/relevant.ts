// Runs in the library process: which changes of names are worth a look at their folder.

import { extensionOf, formatOf, isSkippedFile } from '../../shared/media.js';

/** Whether something of this name could be shown, or be told as a problem: media, a folder, a link to one. */
export const maybeShown = (name: string): boolean =>
  !isSkippedFile(name) && (formatOf(name) !== undefined || extensionOf(name) === '');
