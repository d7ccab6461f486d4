// Renderer: finds files by what was typed: names, folders and cameras by the full-text index of the library process,
// dates and tags by what the window knows. Answers are kept by word, so a longer query asks only for its new words.

import type { RootId } from '../../electron/shared/contract.js';
import type { WordHits } from '../../electron/shared/facets.js';
import { isIndexed } from '../../electron/shared/fold.js';
import type { Listing } from '../../electron/shared/listing-table.js';
import type { Gallery } from '../gallery.js';
import type { Rows, Test } from './criteria.js';
import { dateTest, MonthNames } from './date-words.js';
import { foldedTexts, scanNames } from './name-scan.js';
import { pathOf, scanPath } from './path-scan.js';
import { readQuery, type Term } from './query.js';
import { Late } from './patience.js';
import { timeAt } from './times.js';

/** What else than names and dates a word can fit. */
export interface OtherWords {
  /** Whether the camera of a row, or one of its tags, holds a folded word; null: none does. */
  readonly holding: (rows: Rows, word: string) => Test | null;
}

/** The index has said which files hold a word. */
interface Answer {
  readonly hits: ReadonlyMap<RootId, Hits>;
  /** The index knows more by now. */
  stale: boolean;
}

interface Hits {
  /** By file id. */
  readonly byId: Uint8Array;
  /** Names of files from this id on have to be looked at. */
  readonly from: number;
}

/** Words whose answers are kept: those of what was typed just before, too. */
const MOST_ANSWERS = 24;
/** Milliseconds to wait for the index; then names are shown by what the window itself can tell, and the rest follows. */
const PATIENCE = 30;

export interface FinderOptions {
  readonly gallery: Pick<Gallery, 'call'>;
  readonly others: OtherWords;
  /** Where a chosen folder lies, absolute. */
  readonly pathOf: (root: RootId) => string | undefined;
  /** In which languages months are understood. */
  readonly locales: () => readonly string[];
  /** What was found may be other files now. */
  readonly onChanged: () => void;
  readonly report: (error: unknown) => void;
}

export class Finder {
  /** Whether the index has been asked for words for a while that it has never been asked before. */
  readonly late = new Late();
  private readonly answers = new Map<string, Answer>();
  private readonly asked = new Map<string, Promise<boolean>>();
  private months: { readonly of: string; readonly names: MonthNames } | null = null;
  private last: { readonly text: string; readonly terms: readonly Term[] } | null = null;

  constructor(private readonly options: FinderOptions) {}

  /** What a search text asks for. */
  termsOf(text: string): readonly Term[] {
    if (this.last?.text !== text) this.last = { text, terms: readQuery(text, this.monthNames()) };
    return this.last.terms;
  }

  /** Makes what the first letter that is typed would wait for: the names of months, and the folded names of files. */
  warm(listings: Iterable<Listing>): void {
    this.monthNames();
    for (const listing of listings) foldedTexts(listing);
  }

  /** Null: all that can be known of this text is known. Otherwise resolves when it is, or soon. Never rejects. */
  prepare(text: string): Promise<void> | null {
    const missing = this.wordsOf(text).filter((word) => !this.answers.has(word));
    if (missing.length === 0) return null;
    const answered = Promise.all(missing.map((word) => this.ask(word)));
    let late = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(() => resolve(void (late = true)), PATIENCE);
    });
    void answered.then((known) => {
      clearTimeout(timer);
      // Whoever is told asks again, which would go on without an end where nothing could be known.
      if (late && known.includes(true)) this.options.onChanged();
    });
    return Promise.race([answered.then(() => undefined), patience]);
  }

  /** A test for the files that fit all terms of a text, or whose path it is. */
  found(rows: Rows, text: string): Test {
    const tests = this.termsOf(text).map((term) => this.termTest(rows, term));
    const said: Test = tests.length === 1 ? tests[0]! : (row) => tests.every((test) => test(row));
    const [path, root] = [pathOf(text), this.options.pathOf(rows.root)];
    if (path === null || root === undefined) return said;
    const there = scanPath(rows.listing, root, path);
    return (row) => there[row] === 1 || said(row);
  }

  /** The index knows more than it did: what is looked for now is asked again, everything else when it is looked for. */
  refresh(text: string): void {
    const words = new Set(this.wordsOf(text));
    for (const [word, answer] of this.answers) {
      if (words.has(word)) answer.stale = true;
      else this.answers.delete(word);
    }
    if (words.size === 0) return;
    void Promise.all([...words].map((word) => this.ask(word))).then((known) => {
      if (known.includes(true)) this.options.onChanged();
    });
  }

  private wordsOf(text: string): readonly string[] {
    if (text.trim() === '') return [];
    return [...new Set(this.termsOf(text).flatMap(({ words }) => words))].filter(isIndexed);
  }

  private monthNames(): MonthNames {
    const locales = this.options.locales();
    const of = locales.join();
    if (this.months?.of !== of) this.months = { of, names: new MonthNames(locales) };
    return this.months.names;
  }

  /** Whether the index has answered. */
  private ask(word: string): Promise<boolean> {
    const running = this.asked.get(word);
    if (running) return running;
    const call = this.options.gallery.call('library.search', word);
    if (!this.answers.has(word)) void this.late.watch(call);
    const asking = call
      .then(
        (hits) => {
          this.keep(word, hits);
          return true;
        },
        (error: unknown) => {
          // Names can be told all the same, and the next word asks again.
          this.options.report(error);
          return false;
        },
      )
      .finally(() => this.asked.delete(word));
    this.asked.set(word, asking);
    return asking;
  }

  private keep(word: string, all: readonly WordHits[]): void {
    const hits = new Map<RootId, Hits>();
    for (const { root, ids, from } of all) {
      const byId = new Uint8Array((ids.at(-1) ?? -1) + 1);
      for (let i = 0; i < ids.length; i++) byId[ids[i]!] = 1;
      hits.set(root, { byId, from });
    }
    this.answers.delete(word);
    this.answers.set(word, { hits, stale: false });
    for (const oldest of this.answers.keys()) {
      if (this.answers.size <= MOST_ANSWERS) break;
      this.answers.delete(oldest);
    }
  }

  private termTest(rows: Rows, { words, date }: Term): Test {
    const tests = words.map((word) => this.wordTest(rows, word));
    const said: Test = tests.length === 1 ? tests[0]! : (row) => tests.every((test) => test(row));
    if (date === null) return said;
    const falls = dateTest(date);
    return (row) => falls(timeAt(rows.listing, row)) || said(row);
  }

  private wordTest(rows: Rows, word: string): Test {
    const { listing, root } = rows;
    const { id } = listing;
    const known = this.answers.get(word)?.hits.get(root);
    const byId = known?.byId ?? new Uint8Array();
    const from = known?.from ?? 0;
    const scanned = from === Infinity ? null : scanNames(listing, word);
    const other = this.options.others.holding(rows, word);
    return (row) => {
      const one = id[row]!;
      if (byId[one] === 1) return true;
      return (scanned !== null && one >= from && scanned[row] === 1) || (other !== null && other(row));
    };
  }
}
