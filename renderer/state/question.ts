// Renderer: something that is asked of another process to be shown, what is known of it, and why it is not.

import { useEffect } from 'react';
import { explained } from '../texts.js';
import { PATIENCE } from './patience.js';
import { Store, useStore } from './store.js';

export interface Asked<T> {
  /** The last answer; null until there is one. */
  readonly value: T | null;
  /** It is being asked for, and that takes a while. */
  readonly late: boolean;
  /** Why the last question was not answered, a sentence; null when it was, or there was none. */
  readonly problem: string | null;
}

export class Question<T> extends Store<Asked<T>> {
  private run = 0;
  private running = false;
  /** What is asked about has changed since the running question. */
  private outdated = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ask: () => Promise<T>) {
    super({ value: null, late: false, problem: null });
  }

  /** Asks, once more too; what is known or went wrong stays until there is an answer. Never rejects. */
  readonly put = async (): Promise<void> => {
    const run = this.begin();
    try {
      const value = await this.ask();
      if (run !== this.run) return;
      const { outdated } = this;
      this.enter(value);
      if (outdated) await this.put();
    } catch (error) {
      if (run !== this.run) return;
      const { outdated } = this;
      this.end();
      this.update((now) => ({ ...now, late: false, problem: explained(error) }));
      if (outdated) await this.put();
    }
  };

  /** Asks once more because something has changed: after the running question, which would never be answered if all changes ended it. */
  readonly renew = (): void => {
    if (this.running) this.outdated = true;
    else void this.put();
  };

  /** This is the answer now: main has told it. */
  readonly enter = (value: T): void => {
    this.end();
    this.set({ value, late: false, problem: null });
  };

  /** Nobody waits any more: an answer that comes now is not entered. */
  readonly end = (): void => {
    this.run++;
    this.running = this.outdated = false;
    clearTimeout(this.timer);
  };

  private begin(): number {
    this.end();
    this.running = true;
    this.timer = setTimeout(() => this.update((now) => ({ ...now, late: true })), PATIENCE);
    return this.run;
  }
}

/** Asks as long as somebody looks; a question is another one when something else is to be asked. */
export function useQuestion<T>(question: Question<T>): Asked<T> {
  useEffect(() => {
    void question.put();
    return question.end;
  }, [question]);
  return useStore(question);
}
