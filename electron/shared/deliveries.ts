// Shared by library process, main and the windows: listings that are taken over portion by portion.

import type { ListingColumns } from './listing.js';
import { joinPortions, portionsOf, type ListingPortion, type Portion } from './listing-portions.js';
import { AppError } from './result.js';

export class Deliveries {
  // A Map keeps the order in which they began.
  private readonly open = new Map<number, Generator<Portion, void>>();
  private last = 0;

  /** `most`: who ends half way leaves theirs behind; the oldest of more than these are given up. */
  constructor(private readonly most: () => number) {}

  /** Answers the first portion. */
  begin(columns: ListingColumns): ListingPortion {
    const delivery = ++this.last;
    this.open.set(delivery, portionsOf(columns));
    if (this.open.size > this.most()) this.open.delete(this.open.keys().next().value!);
    return this.next(delivery);
  }

  /**
   * Answers the next portion.
   * @throws AppError 'not-found' when all were given, or it was given up
   */
  next(delivery: number): ListingPortion {
    const portion = this.open.get(delivery)?.next().value;
    if (!portion) {
      const message = 'The rest of this list of files is not there any more. Check its folder for changes.';
      throw new AppError('not-found', message);
    }
    if (portion.left === 0) this.open.delete(delivery);
    return { ...portion, delivery };
  }
}

/**
 * Portions asked for at a time: one is on its way while another is made. A process that is asked for all of them at once
 * gives them one after the other, and nothing else has a turn in between.
 */
const AT_ONCE = 2;

/** The whole of a listing of which the first portion is there; `next` asks for another one of a delivery. */
export async function takeOver(
  first: ListingPortion,
  next: (delivery: number) => Promise<Portion>,
): Promise<ListingColumns> {
  const others = Math.ceil(first.left / Math.max(1, first.id.length));
  const rest: Promise<Portion>[] = [];
  const ask = async () => {
    while (rest.length < others) await rest[rest.push(next(first.delivery)) - 1];
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return joinPortions([first, ...(await Promise.all(rest))]);
}
