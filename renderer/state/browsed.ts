// Renderer: which card of the flow of folders stood in the middle, by the place that was browsed; kept by the window itself
// from one run to the next.

import { keepEntries, readEntries } from './kept-entries.js';
import type { WindowStorage } from './window-storage.js';

const NAME = 'home-gallery.browsed';
/** So many places are remembered; the one that was not browsed for the longest time goes first. */
const MOST = 100;

export class Browsed {
  private readonly cards = new Map<string, string>();
  private storage: WindowStorage | null = null;

  /** Takes over what was kept of the last run, and keeps from now on. */
  keptIn(storage: WindowStorage): void {
    this.storage = storage;
    const kept = readEntries(storage.getItem(NAME), (card) => typeof card === 'string');
    for (const [place, card] of kept) this.cards.set(place, card);
  }

  /** The name of a card, by that of a place. */
  get(place: string): string | undefined {
    return this.cards.get(place);
  }

  set(place: string, card: string): void {
    this.cards.delete(place);
    this.cards.set(place, card);
    const text = keepEntries(this.cards, MOST);
    this.storage?.setItem(NAME, text);
  }
}
