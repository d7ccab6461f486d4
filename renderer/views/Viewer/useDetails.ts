// Renderer: the details of the file in the viewer, asked for when they are looked at.

import { useEffect, useMemo } from 'react';
import type { FileDetails } from '../../../electron/shared/details.js';
import { useApp, type App } from '../../state/app.js';
import { idOfKey, rootOfKey, type ItemKey } from '../../state/keys.js';
import { Question, useQuestion, type Asked } from '../../state/question.js';
import type { Readable } from '../../state/store.js';
import type { Subject } from './subject.js';

/** What is asked of one version of a file. */
export const detailsOf = ({ gallery }: Pick<App, 'gallery'>, item: ItemKey): Question<FileDetails> =>
  new Question(() => gallery.call('library.details', rootOfKey(item), idOfKey(item)));

/**
 * Asks what was not answered again with every news of the folders: one of them may be back, or what reads them. Returns the end of it.
 */
export function askWhenBack(
  question: Pick<Question<unknown>, 'get' | 'put'>,
  roots: Pick<Readable<unknown>, 'subscribe'>,
): () => void {
  return roots.subscribe(() => {
    if (question.get().problem !== null) void question.put();
  });
}

export interface AskedDetails {
  readonly asked: Asked<FileDetails>;
  readonly again: () => void;
}

export function useDetails({ item, modified, size }: Subject): AskedDetails {
  const app = useApp();
  const version = `${item} ${modified} ${size}`;
  // eslint-disable-next-line react-hooks/exhaustive-deps -- another version has other details
  const question = useMemo(() => detailsOf(app, item), [app, item, version]);
  const asked = useQuestion(question);
  useEffect(() => askWhenBack(question, app.roots), [app, question]);
  return { asked, again: () => void question.put() };
}
