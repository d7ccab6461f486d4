// Runs in main: listings that windows are taking over portion by portion.

import type { ListingColumns } from '../../shared/listing.js';
import { portionsOf, type ListingPortion, type Portion } from '../../shared/listing-portions.js';
import { AppError } from '../../shared/result.js';

/** Windows that close half way leave theirs behind; the oldest of more than these are given up. */
const MOST = 32;

export class Deliveries {
  // A Map keeps the order in which they began.
  private readonly open = new Map<number, Generator<Portion, void>>();
  private last = 0;

  /** Answers the first portion. */
  begin(columns: ListingColumns): ListingPortion {
    const delivery = ++this.last;
    this.open.set(delivery, portionsOf(columns));
    if (this.open.size > MOST) this.open.delete(this.open.keys().next().value!);
    return this.next(delivery);
  }

  /**
   * Answers the next portion.
   * @throws AppError 'not-found' when all were given, or it was given up
   */
  next(delivery: number): ListingPortion {
    const portion = this.open.get(delivery)?.next().value;
    if (!portion) throw new AppError('not-found', 'The rest of this listing is not there any more.');
    if (portion.left === 0) this.open.delete(delivery);
    return { ...portion, delivery };
  }
}
