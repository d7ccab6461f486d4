// Renderer: the stretches of files that stand under one heading of the grid.

import { periodStarts, type Dates, type Unit } from '../../state/dates.js';

export interface Sections {
  readonly count: number;
  /** First file of each; one more entry holds the number of files. */
  readonly start: Uint32Array;
  /** What their headings say; null where there are none. */
  readonly titles: Titles | null;
}

export type Titles = DateTitles | { readonly kind: 'alike' };

export interface DateTitles {
  readonly kind: 'dates';
  readonly unit: Unit;
  /** A day (see {@link Dates}) in each section. */
  readonly day: Int32Array;
  /** Files of the last section that are not known yet. */
  readonly more: number;
  /** The same of the first section. */
  readonly earlier: number;
}

/** Space above a heading, CSS pixels, and its height. */
export const SECTION_GAP = 12;
export const HEADING_HEIGHT = 44;

/** All files without headings. */
export const undivided = (files: number): Sections => ({
  count: files === 0 ? 0 : 1,
  start: files === 0 ? Uint32Array.of(0) : Uint32Array.of(0, files),
  titles: null,
});

/** One section for each stretch of files of one day, month or year. */
export function sectionsOf({ days, more, earlier }: Dates, unit: Unit): Sections {
  const starts = periodStarts(days, unit);
  const start = new Uint32Array(starts.length + 1);
  start.set(starts);
  start[starts.length] = days.length;
  const day = Int32Array.from(starts, (file) => days[file]!);
  const beyond = { more: more?.[unit] ?? 0, earlier: earlier?.[unit] ?? 0 };
  return { count: starts.length, start, titles: { kind: 'dates', unit, day, ...beyond } };
}

/** One section for each stretch of files of one group. */
export function groupSections(alike: Uint32Array): Sections {
  const starts: number[] = [];
  for (let i = 0; i < alike.length; i++) if (i === 0 || alike[i] !== alike[i - 1]) starts.push(i);
  return {
    count: starts.length,
    start: Uint32Array.from([...starts, alike.length]),
    titles: { kind: 'alike' },
  };
}

/** How many files a section holds, those included that are not known yet. */
export function filesIn({ count, start, titles }: Sections, section: number): number {
  const known = start[section + 1]! - start[section]!;
  if (titles?.kind !== 'dates') return known;
  return known + (section === 0 ? titles.earlier : 0) + (section === count - 1 ? titles.more : 0);
}
