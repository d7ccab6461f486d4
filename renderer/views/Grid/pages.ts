// Renderer: the files of the open place page by page, for people who want the grid in pages; otherwise all of them at once.

import type { PageOptions } from '../../../electron/shared/page-start.js';
import type { Dates } from '../../state/dates.js';
import type { Items } from '../../state/items.js';
import type { Spot } from '../../state/journey.js';
import type { ItemKey } from '../../state/keys.js';
import { Store, type Readable } from '../../state/store.js';

/** So many files of a page are known as where it begins, in case some go. */
const FIRST = 60;
/** Further than anything lies above the files: at its top a page shows that, too. CSS pixels. */
const FAR = 1_000_000;

export interface Page {
  readonly keys: Float64Array;
  readonly dates: Dates | null;
  /** Another object for another page, place or order. */
  readonly of: object;
  /** From 0. */
  readonly page: number;
  /** 1 when everything is on one. */
  readonly pages: number;
}

type Part = Pick<Items, 'keys' | 'dates' | 'of' | 'alike'>;

/** Follows the files; `item` is the one in the viewer, and its page is open when the viewer closes. */
export class Pages extends Store<Page> {
  private page = 0;
  private size = 0;
  /** Of `of`, what its pages are known by. */
  private readonly names = new WeakMap<object, Map<number, object>>();

  constructor(
    private readonly items: Readable<Part>,
    private readonly options: Readable<PageOptions>,
    private readonly item: Readable<{ readonly item: ItemKey | null }>,
  ) {
    super({ ...whole(items.get()), page: 0, pages: 1 });
    this.size = options.get().itemsPerPage;
    this.show();
  }

  /** Starts to follow; returns the end of it. */
  connect(): () => void {
    let { of } = this.items.get();
    let { item } = this.item.get();
    const ends = [
      this.items.subscribe(() => {
        const next = this.items.get().of;
        if (next !== of) this.page = 0;
        of = next;
        this.show();
      }),
      this.options.subscribe(() => {
        const { itemsPerPage } = this.options.get();
        if (itemsPerPage === this.size) return;
        this.size = itemsPerPage;
        this.page = 0;
        this.show();
      }),
      this.item.subscribe(() => {
        const now = this.item.get().item;
        if (now === null && item !== null) this.turnTo([item]);
        item = now;
      }),
    ];
    return () => ends.forEach((end) => end());
  }

  /** Opens a page; beyond the ends the first or the last. */
  turn(page: number): void {
    this.page = page;
    this.show();
  }

  /** Opens the page of the first of these files that is there. */
  turnTo(items: readonly ItemKey[]): void {
    if (this.size === 0) return;
    const { keys } = this.items.get();
    const there = items.find((item) => keys.includes(item));
    if (there !== undefined) this.turn(Math.floor(keys.indexOf(there) / this.size));
  }

  private show(): void {
    const part = this.items.get();
    const { keys, dates, of, alike } = part;
    // Files with the same content stay together, on one page.
    const size = alike === null ? this.size : 0;
    const pages = size > 0 ? Math.max(1, Math.ceil(keys.length / size)) : 1;
    this.page = Math.min(pages - 1, Math.max(0, this.page));
    if (pages === 1) return this.set({ ...whole(part), page: 0, pages });
    const [from, to] = [this.page * size, (this.page + 1) * size];
    this.set({
      keys: keys.subarray(from, to),
      dates: dates && { days: dates.days.subarray(from, to), more: null },
      of: this.nameOf(of),
      page: this.page,
      pages,
    });
  }

  private nameOf(of: object): object {
    const names = this.names.get(of) ?? new Map<number, object>();
    this.names.set(of, names);
    const name = names.get(this.page) ?? {};
    names.set(this.page, name);
    return name;
  }
}

/** Where a person is who has not scrolled; null at the top of everything. */
export const topOf = ({ page, keys }: Page): Spot | null =>
  page === 0 ? null : { keys: [...keys.subarray(0, FIRST)], offset: FAR, before: 0, scrolled: 0 };

const whole = ({ keys, dates, of }: Part) => ({ keys, dates, of });
