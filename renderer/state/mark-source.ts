// Renderer: what criteria ask of favourites, ratings and tags (state/marks.ts).

import type { FileId, RootId } from '../../electron/shared/contract.js';
import { fold } from '../../electron/shared/fold.js';
import type { Rows, Test } from './criteria.js';
import { keyOf, type ItemKey } from './keys.js';

export interface MarkSource {
  /** Asks for one file id of a root at a time whether it has what is wanted. */
  matcher(
    root: RootId,
    wanted: { readonly favourite?: boolean; readonly rating?: number; readonly tags?: readonly string[] },
  ): (id: FileId) => boolean;
  isFavourite(key: ItemKey): boolean;
  /** 0 to 5 stars; 0: none. */
  rating(key: ItemKey): number;
  tags(key: ItemKey): readonly string[];
  /** Every tag, with how many files have it. */
  allTags(): readonly { readonly tag: string; readonly count: number }[];
  /** Returns the unsubscribe. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** A test for rows out of one for file ids. */
export function byId({ listing: { id } }: Rows, test: (id: FileId) => boolean): Test {
  return (row) => test(id[row]!);
}

/** A test for files with a tag that holds a folded word; null: there is no such tag. */
export function withTag({ root, listing }: Rows, word: string, marks: MarkSource): Test | null {
  const wanted = new Set(marks.allTags().flatMap(({ tag }) => (fold(tag).includes(word) ? [tag] : [])));
  if (wanted.size === 0) return null;
  const { id } = listing;
  return (row) => marks.tags(keyOf(root, id[row]!)).some((tag) => wanted.has(tag));
}
