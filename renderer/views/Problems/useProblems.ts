// Renderer: the problems and failures that main knows, asked again whenever their number changes.

import { useEffect, useMemo, useRef } from 'react';
import type { Problem, RootId } from '../../../electron/shared/contract.js';
import { displayPath, nameOf, parentOf } from '../../../electron/shared/paths.js';
import { useApp, type App } from '../../state/app.js';
import { keyOf, type ItemKey } from '../../state/keys.js';
import { Question, useQuestion, type Asked } from '../../state/question.js';
import { useStore } from '../../state/store.js';
import { said, texts } from '../../texts.js';

export interface ProblemLine {
  readonly key: string;
  readonly name: string;
  /** Root and folder. */
  readonly folder: string;
  readonly title: string;
  readonly message: string;
  /** The file, when there is one to show in its folder. */
  readonly item: ItemKey | null;
  readonly retryable: boolean;
  /** What can be read again where no thumbnail can be tried again: the folder, or the one that the file is in. */
  readonly check: { readonly root: RootId; readonly folder: string } | null;
}

/** Of these a folder is named, of others a file. */
const OF_FOLDERS: ReadonlySet<Problem['kind']> = new Set(['unreadable-folder', 'watch']);

function lineOf(app: App, { root, path }: { root: number; path: string }) {
  const rootName = app.roots.byId(root)?.name ?? '';
  const parent = displayPath(parentOf(path));
  return {
    name: displayPath(path === '' ? rootName : nameOf(path)),
    folder: path === '' ? '' : parent === '' ? rootName : `${rootName}/${parent}`,
  };
}

function checkOf({ root, path, kind, retry }: Problem): ProblemLine['check'] {
  if (retry !== undefined) return null;
  return { root, folder: OF_FOLDERS.has(kind) ? path : parentOf(path) };
}

export interface Problems {
  /** Null until main has answered: that there are none is not known before. */
  readonly lines: readonly ProblemLine[] | null;
  readonly asked: Asked<unknown>;
  readonly again: () => void;
}

export function useProblems(): Problems {
  const app = useApp();
  const { gallery, thumbnailStatus, problemCount } = app;
  const { failed } = useStore(thumbnailStatus);
  const count = useStore(problemCount);
  const question = useMemo(
    () =>
      new Question(() =>
        Promise.all([gallery.call('library.problems'), gallery.call('thumbnails.failures')]),
      ),
    [gallery],
  );
  const asked = useQuestion(question);
  const numbers = `${count} ${failed}`;
  const known = useRef(numbers);
  useEffect(() => {
    if (known.current === numbers) return;
    known.current = numbers;
    question.renew();
  }, [question, numbers]);
  const { value } = asked;
  const lines = useMemo(() => {
    if (value === null) return null;
    const [problems, failures] = value;
    return [
      ...failures.map((failure, index) => ({
        ...lineOf(app, failure),
        key: `f${index}`,
        title: texts.thumbnailFailed,
        message: said(failure.message),
        item: keyOf(failure.root, failure.id),
        retryable: true,
        check: null,
      })),
      ...problems.map((problem, index) => ({
        ...lineOf(app, problem),
        key: `p${index}`,
        title: texts.problemKind(problem.kind),
        message: said(problem.message),
        item: problem.retry === undefined ? null : keyOf(problem.root, problem.retry),
        retryable: problem.retry !== undefined,
        check: checkOf(problem),
      })),
    ];
  }, [app, value]);
  return { lines, asked, again: () => void question.put() };
}
