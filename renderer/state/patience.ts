// Renderer: how long one waits without being told that something goes on.

import { Store } from './store.js';

/** What takes longer, milliseconds, says that it goes on; sooner it would only flicker. */
export const PATIENCE = 300;

/** Whether some work of several takes longer than one waits patiently. */
export class Late extends Store<boolean> {
  private readonly late = new Set<symbol>();

  constructor() {
    super(false);
  }

  /** Looks after `work` until it is over, however it ends; answers it. */
  watch<T>(work: Promise<T>): Promise<T> {
    const own = Symbol();
    const timer = setTimeout(() => this.set(this.late.add(own).size > 0), PATIENCE);
    const over = () => {
      clearTimeout(timer);
      if (this.late.delete(own)) this.set(this.late.size > 0);
    };
    work.then(over, over);
    return work;
  }
}
