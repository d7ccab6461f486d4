// Renderer: sentences shown once, quietly, and gone after a while.

import { said } from '../texts.js';
import { Store } from './store.js';

export interface Notice {
  readonly id: number;
  readonly message: string;
}

/** Milliseconds a sentence stays. */
const SHOWN_FOR = 7000;
const AT_MOST = 3;

export class Notices extends Store<readonly Notice[]> {
  private next = 1;

  constructor() {
    super([]);
  }

  /** Shows a sentence; one that is on screen already is not repeated. */
  show(sentence: string): void {
    const message = said(sentence);
    if (this.get().some((notice) => notice.message === message)) return;
    const id = this.next++;
    this.update((notices) => [...notices, { id, message }].slice(-AT_MOST));
    setTimeout(() => this.dismiss(id), SHOWN_FOR);
  }

  dismiss(id: number): void {
    this.update((notices) =>
      notices.some((n) => n.id === id) ? notices.filter((n) => n.id !== id) : notices,
    );
  }

  /** For `catch`: an AppError's message is made for people. */
  readonly report = (error: unknown): void => {
    this.show(error instanceof Error ? error.message : String(error));
  };
}
