// Renderer: which changes give files the marks back that they have now. Pure.

import { MAX_RATING, type MarkChange } from '../../electron/shared/marks.js';
import type { ItemKey } from './keys.js';
import type { Marks } from './marks.js';

/** A change of some files. */
export interface MarkStep {
  readonly keys: readonly ItemKey[];
  readonly change: MarkChange;
}

type Known = Pick<Marks, 'isFavourite' | 'rating' | 'tags'>;

/** What takes a change of files back, asked before it is made. Files that it would leave as they are stay out. */
export function stepsBack(marks: Known, keys: Iterable<ItemKey>, change: MarkChange): readonly MarkStep[] {
  const { favourite, rating, addTags = [], removeTags = [] } = change;
  const all = [...keys];
  const steps: MarkStep[] = [];
  const add = (of: readonly ItemKey[], back: MarkChange) => {
    if (of.length > 0) steps.push({ keys: of, change: back });
  };
  if (favourite !== undefined) {
    add(
      all.filter((key) => marks.isFavourite(key) !== favourite),
      { favourite: !favourite },
    );
  }
  if (rating !== undefined) {
    for (let before = 0; before <= MAX_RATING; before++) {
      if (before === rating) continue;
      add(
        all.filter((key) => marks.rating(key) === before),
        { rating: before },
      );
    }
  }
  const clean = (tag: string) => tag.normalize('NFC').trim();
  for (const tag of addTags.map(clean)) {
    add(
      all.filter((key) => !marks.tags(key).includes(tag)),
      { removeTags: [tag] },
    );
  }
  for (const tag of removeTags.map(clean)) {
    add(
      all.filter((key) => marks.tags(key).includes(tag)),
      { addTags: [tag] },
    );
  }
  return steps;
}
