// Renderer: writes marks to a file that a person chooses, or reads them from one, and says so while it takes a while: not before the
// file is chosen, which may take long and is nobody's wait.

import type { Calls } from '../../electron/shared/contract.js';
import type { App } from '../state/app.js';

type Move = 'marks.export' | 'marks.import';
type Moved<K extends Move> = NonNullable<ReturnType<Calls[K]>>;

/** `sentence`: what goes on; `done` says what came of it, unless no file was chosen. */
export function moveMarks<K extends Move>(
  { gallery, notices }: Pick<App, 'gallery' | 'notices'>,
  call: K,
  sentence: string,
  done: (result: Moved<K>) => void,
): void {
  const work = gallery.call<Move>(call) as Promise<Moved<K> | null>;
  notices
    .duringFrom(sentence, gallery, 'dialogs.chosen', work)
    .then((result) => result !== null && done(result), notices.report);
}
