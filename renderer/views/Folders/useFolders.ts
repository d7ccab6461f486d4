// Renderer: the folders of the open place, kept up to date while files come and go.

import { startTransition, useEffect, useMemo, useState } from 'react';
import { useApp } from '../../state/app.js';
import type { Place } from '../../state/places.js';
import { useSelected, useStore } from '../../state/store.js';
import { FOLDERS } from '../../state/places.js';
import { foldersAt, wholeCard, type FolderCard } from './foldersAt.js';

export interface BrowsedFolders {
  readonly place: Extract<Place, { kind: 'browse' }>;
  readonly cards: readonly FolderCard[];
  /** The open folder itself. */
  readonly whole: FolderCard | null;
  /** False until the listing has come. */
  readonly known: boolean;
}

export function useFolders(): BrowsedFolders {
  const { view, roots, folders, library, marks } = useApp();
  const hidden = useStore(marks.hidden);
  const open = useSelected(view, (now) => now.place);
  const list = useStore(roots);
  const [revision, setRevision] = useState(0);
  useEffect(
    () =>
      library.subscribe((changes) => {
        if (changes.some(({ kind }) => kind !== 'facts'))
          startTransition(() => setRevision((count) => count + 1));
      }),
    [library],
  );
  const place = open.kind === 'browse' ? open : (FOLDERS as Extract<Place, { kind: 'browse' }>);
  const known = place.root === null || library.has(place.root);
  return useMemo(() => {
    void revision;
    void hidden;
    const cards = foldersAt(place, list, folders);
    return { place, cards, whole: wholeCard(place, list, folders), known };
  }, [place, list, folders, hidden, known, revision]);
}
