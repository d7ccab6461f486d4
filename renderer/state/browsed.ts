// Renderer: which card of the flow of folders stood in the middle, by the place that was browsed; kept by the window itself
// from one run to the next.

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
    for (const [place, card] of restore(storage.getItem(NAME))) this.cards.set(place, card);
  }

  /** The name of a card, by that of a place. */
  get(place: string): string | undefined {
    return this.cards.get(place);
  }

  set(place: string, card: string): void {
    this.cards.delete(place);
    this.cards.set(place, card);
    for (const oldest of this.cards.keys()) {
      if (this.cards.size <= MOST) break;
      this.cards.delete(oldest);
    }
    this.storage?.setItem(NAME, JSON.stringify([...this.cards]));
  }
}

function restore(text: string | null): [string, string][] {
  try {
    const saved: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(saved)) return [];
    return saved.filter((entry): entry is [string, string] => {
      const [place, card] = Array.isArray(entry) ? (entry as unknown[]) : [];
      return typeof place === 'string' && typeof card === 'string';
    });
  } catch {
    // Cut short: browsing begins with the first card.
    return [];
  }
}
