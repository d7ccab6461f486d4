// Renderer: sentences shown once, quietly, and gone after a while.

import { explained, said } from '../texts.js';
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
/** The same, of what is changed step by step. */
const SHOWN_BRIEFLY = 2500;
const AT_MOST = 3;
/** What takes longer, milliseconds, says that it goes on. */
const PATIENCE = 300;

export class Notices extends Store<readonly Notice[]> {
  private next = 1;

  private last: { readonly id: number; readonly timer: ReturnType<typeof setTimeout> } | null = null;

  constructor() {
    super([]);
  }

  /** Says a sentence while `work` goes on, should that take a while; answers the work. */
  during<T>(sentence: string, work: Promise<T>): Promise<T> {
    let shown: number | null = null;
    const timer = setTimeout(() => (shown = this.add(sentence, null)), PATIENCE);
    const over = () => {
      clearTimeout(timer);
      if (shown !== null) this.dismiss(shown);
    };
    work.then(over, over);
    return work;
  }

  /** Shows a sentence, and answers its number; one that is on screen already is not repeated. */
  show(sentence: string, action: NoticeAction | null = null): number {
    const message = said(sentence);
    const same = this.get().find((notice) => notice.message === message);
    if (action === null && same !== undefined) return same.id;
    const id = this.add(sentence, action);
    setTimeout(() => this.dismiss(id), action === null ? SHOWN_FOR : SHOWN_WITH_ACTION);
    return id;
  }

  /** Says for a moment how something stands that is changed step by step, in the place of what was said so before. */
  brief(sentence: string): void {
    const message = said(sentence);
    if (this.last !== null) clearTimeout(this.last.timer);
    const shown = this.get().find(({ id }) => id === this.last?.id);
    const id = shown?.id ?? this.add(sentence, null);
    if (shown !== undefined)
      this.update((notices) => notices.map((one) => (one.id === id ? { ...one, message } : one)));
    this.last = { id, timer: setTimeout(() => this.dismiss(id), SHOWN_BRIEFLY) };
  }

  private add(sentence: string, action: NoticeAction | null): number {
    const id = this.next++;
    this.update((notices) => [...notices, { id, message: said(sentence), action }].slice(-AT_MOST));
    return id;
  }

  dismiss(id: number): void {
    this.update((notices) =>
      notices.some((n) => n.id === id) ? notices.filter((n) => n.id !== id) : notices,
    );
  }

  /** For `catch`. */
  readonly report = (error: unknown): void => {
    this.show(explained(error));
  };
}
