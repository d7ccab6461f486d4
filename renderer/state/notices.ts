// Renderer: sentences shown once, quietly, and gone after a while.

import { said } from '../texts.js';
import { Store } from './store.js';

export interface Notice {
  readonly id: number;
  readonly message: string;
  /** What can be done about it. */
  readonly action: NoticeAction | null;
}

export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

/** Milliseconds a sentence stays. */
const SHOWN_FOR = 7000;
/** The same, where something can be done about it. */
const SHOWN_WITH_ACTION = 20_000;
const AT_MOST = 3;

export class Notices extends Store<readonly Notice[]> {
  private next = 1;

  constructor() {
    super([]);
  }

  /** Shows a sentence, and answers its number; one that is on screen already is not repeated. */
  show(sentence: string, action: NoticeAction | null = null): number {
    const message = said(sentence);
    const same = this.get().find((notice) => notice.message === message);
    if (action === null && same !== undefined) return same.id;
    const id = this.next++;
    this.update((notices) => [...notices, { id, message, action }].slice(-AT_MOST));
    setTimeout(() => this.dismiss(id), action === null ? SHOWN_FOR : SHOWN_WITH_ACTION);
    return id;
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
