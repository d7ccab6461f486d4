// Renderer: the way through the places: back and forward, each with its order and where in it the person was. What is
// shown anew at the start of the window is the same: a place with a spot in it.

import type { ItemKey } from './keys.js';
import { samePlace } from './places.js';
import { Store } from './store.js';
import { sameShown, shownOf, type Shown, type View, type ViewStore } from './view.js';

/** Where in the files of a place a person was. */
export interface Spot {
  /** The file at the top of the view and those after it, in case it goes; none at the very top. */
  readonly keys: readonly ItemKey[];
  /** Distance of its row's top from the top of the view, CSS pixels. */
  readonly offset: number;
  /** How many files came before it: for when none of them is left. */
  readonly before: number;
  /** How far the view was scrolled, CSS pixels: for what lies above all files. */
  readonly scrolled: number;
}

type Choice = Pick<View, 'place' | 'criteria' | 'sort' | 'seed'>;

interface Stop {
  readonly choice: Choice;
  readonly spot: Spot | null;
}

/** More steps back are forgotten. */
const MOST = 100;

const choiceOf = ({ place, criteria, sort, seed }: View): Choice => ({ place, criteria, sort, seed });

export class Journey extends Store<{ readonly back: boolean; readonly forward: boolean }> {
  private past: Stop[] = [];
  private future: Stop[] = [];
  private current: Choice;
  private wanted: { readonly shown: Shown; readonly spot: () => Spot | null } | null = null;
  private moving = false;
  private look: (() => Spot | null) | null = null;
  private save: ((spot: Spot | null) => void) | null = null;

  constructor(private readonly view: ViewStore) {
    super({ back: false, forward: false });
    this.current = choiceOf(view.get());
    view.subscribe(() => this.follow());
  }

  /** Whoever shows the files tells where it is; returns the end of it. */
  follows(look: () => Spot | null): () => void {
    this.look = look;
    return () => {
      if (this.look === look) this.look = null;
    };
  }

  /** Where the person is now; null where nothing is scrolled. */
  here(): Spot | null {
    return this.look?.() ?? null;
  }

  /** Begins where a person was before: `spot` is asked when the files are there; null: at the top. */
  begin(spot: (() => Spot | null) | null): void {
    this.past = [];
    this.future = [];
    this.current = choiceOf(this.view.get());
    this.wanted = spot && { shown: shownOf(this.view.get()), spot };
    this.tell();
  }

  /** Whatever shows the files is about to be made anew: it begins where the person is now. */
  stay(): void {
    const spot = this.here();
    if (spot !== null) this.wanted = { shown: shownOf(this.view.get()), spot: () => spot };
  }

  /** Has the spot kept for the next start, whenever {@link keepSpot} is called. */
  keptBy(save: (spot: Spot | null) => void): void {
    this.save = save;
  }

  readonly keepSpot = (): void => this.save?.(this.here());

  /** The spot at which these files are to be shown first; null: at the top. Answers it once. */
  spotFor(shown: Shown): Spot | null {
    if (this.wanted === null || !sameShown(this.wanted.shown, shown)) return null;
    const { spot } = this.wanted;
    this.wanted = null;
    return spot();
  }

  back(): void {
    const stop = this.past.pop();
    if (stop === undefined) return;
    this.future.push(this.stop());
    this.go(stop);
  }

  forward(): void {
    const stop = this.future.pop();
    if (stop === undefined) return;
    this.past.push(this.stop());
    this.go(stop);
  }

  /** Forgets the stops whose place is not there any more. */
  keep(isThere: (place: View['place']) => boolean): void {
    const stays = ({ choice }: Stop) => isThere(choice.place);
    this.past = this.past.filter(stays);
    this.future = this.future.filter(stays);
    this.tell();
  }

  private go({ choice, spot }: Stop): void {
    this.moving = true;
    this.wanted = null;
    // Another way of closing the viewer would leave it over the wrong place.
    this.view.change({ ...choice, item: null });
    this.moving = false;
    this.current = choice;
    if (spot !== null) this.wanted = { shown: shownOf(this.view.get()), spot: () => spot };
    this.tell();
  }

  private follow(): void {
    if (this.moving) return;
    const next = choiceOf(this.view.get());
    if (!samePlace(next.place, this.current.place)) {
      this.past.push(this.stop());
      if (this.past.length > MOST) this.past.shift();
      this.future = [];
      this.wanted = null;
      this.tell();
    }
    this.current = next;
  }

  private stop(): Stop {
    return { choice: this.current, spot: this.here() };
  }

  private tell(): void {
    const next = { back: this.past.length > 0, forward: this.future.length > 0 };
    const { back, forward } = this.get();
    if (next.back !== back || next.forward !== forward) this.set(next);
  }
}
