// Renderer: the sentence for when nothing is left of a place by what is looked for or filtered by.

import { DAY } from '../../state/dates.js';
import type { Criteria } from '../../state/criteria.js';
import type { Finder } from '../../state/finder.js';
import { formatPeriod } from '../../format.js';
import { texts } from '../../texts.js';
import { chipsOf } from './chips.js';

export function nothingFound(criteria: Criteria, finder: Finder): string {
  const { kind, search } = criteria;
  if (search.trim() !== '') {
    const [term, ...others] = finder.termsOf(search);
    const when = others.length === 0 && term?.date ? whenOf(term.date) : null;
    return when === null ? texts.nothingFound(search.trim()) : texts.noneFrom[kind](when);
  }
  return chipsOf(criteria).length > 0 ? texts.noneFiltered : texts.noneOfKind(kind);
}

/** A date as the window writes it; null for one that has no year. */
function whenOf({
  year,
  month,
  day,
}: {
  year: number | null;
  month: number | null;
  day: number | null;
}): string | null {
  if (year === null) return null;
  const time = Math.floor(Date.UTC(year, month ?? 0, day ?? 1) / DAY);
  return formatPeriod(time, month === null ? 'year' : day === null ? 'month' : 'day');
}
