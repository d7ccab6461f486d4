// Renderer: the file in the viewer, also while its facts and marks change; when it is gone, its neighbour.

import { useEffect, useReducer, useRef, useState } from 'react';
import { useApp } from '../../state/app.js';
import type { ItemKey } from '../../state/keys.js';
import { useStore } from '../../state/store.js';
import { subjectOf, type Subject } from './subject.js';

/** Keeps the last file while the viewer closes. */
export function useSubject(item: ItemKey | null): Subject | null {
  const app = useApp();
  const [, again] = useReducer((count: number) => count + 1, 0);
  const { keys } = useStore(app.items);
  const index = useRef(0);
  useEffect(() => app.library.subscribe(again), [app]);
  useEffect(() => {
    if (item === null) return;
    const at = keys.indexOf(item);
    if (at >= 0) index.current = at;
    else app.view.change({ item: keys[Math.min(index.current, keys.length - 1)] ?? null });
  }, [app, item, keys]);
  const subject = item === null ? null : subjectOf(app, item);
  const [last, setLast] = useState<Subject | null>(null);
  if (subject !== null && last?.item !== subject.item) setLast(subject);
  return subject ?? last;
}
