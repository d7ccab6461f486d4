// Renderer: which day it is, for whoever shows something by it. It changes at midnight, and when the window is seen again
// after a sleep, during which no timer runs.

import { Store } from './store.js';

/** Milliseconds since 1970 at which the day of `now` began here; `back`: so many days before. */
export function startOfDay(now: number, back = 0): number {
  const day = new Date(now);
  day.setDate(day.getDate() - back);
  return day.setHours(0, 0, 0, 0);
}

/** The moment at which the day began, milliseconds since 1970. */
export class Today extends Store<number> {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly now: () => number = Date.now) {
    super(startOfDay(now()));
  }

  /** Starts to look; `target` tells when the window is seen again. Returns the end of it. */
  connect(target: EventTarget): () => void {
    const look = () => {
      clearTimeout(this.timer);
      this.set(startOfDay(this.now()));
      // Timers may come a little early; never so that it looks all the time.
      this.timer = setTimeout(look, Math.max(1000, startOfDay(this.now(), -1) - this.now()));
    };
    look();
    target.addEventListener('focus', look);
    return () => {
      clearTimeout(this.timer);
      target.removeEventListener('focus', look);
    };
  }
}
