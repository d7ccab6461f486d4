// Renderer: sentences shown once, quietly, and gone after a while.

import type { EventName } from '../../electron/shared/contract.js';
import type { Gallery } from '../gallery.js';
import { explained, said } from '../texts.js';
import { PATIENCE } from './patience.js';
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

export class Notices extends Store<readonly Notice[]> {
  private next = 1;
  /** By sentence: the notice that says it, and how many works it is said of. */
  private readonly going = new Map<string, { id: number; works: number }>();

  private last: { readonly id: number; readonly timer: ReturnType<typeof setTimeout> } | null = null;

  constructor() {
    super([]);
  }

  /** Says a sentence while `work` goes on, should that take a while, and once for several at a time; answers the work. */
  during<T>(sentence: string, work: Promise<T>): Promise<T> {
    let end: (() => void) | null = null;
    const timer = setTimeout(() => (end = this.begin(sentence)), PATIENCE);
    const over = () => {
      clearTimeout(timer);
      end?.();
    };
    work.then(over, over);
    return work;
  }

  /** The same from when main tells `event` on: what was before is a dialog, in which one takes one's time. */
  duringFrom<T>(sentence: string, gallery: Gallery, event: EventName, work: Promise<T>): Promise<T> {
    const end = gallery.on(event, () => {
      end();
      void this.during(sentence, work);
    });
    work.then(end, end);
    return work;
  }

  /** Answers the end of it. */
  private begin(sentence: string): () => void {
    const entry = this.going.get(sentence) ?? { id: 0, works: 0 };
    this.going.set(sentence, entry);
    entry.works++;
    // One that was closed by hand is said again of other work.
    if (!this.get().some(({ id }) => id === entry.id)) {
      entry.id = this.next;
      this.add(sentence, null);
    }
    return () => {
      if (--entry.works > 0) return;
      this.going.delete(sentence);
      this.dismiss(entry.id);
    };
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
    const going = new Set(Array.from(this.going.values(), (entry) => entry.id));
    this.update((notices) => {
      const all = [...notices, { id, message: said(sentence), action }];
      // What goes on stays until it is over.
      const over = all.find((one) => one.id !== id && !going.has(one.id));
      return all.length > AT_MOST && over !== undefined ? all.filter((one) => one !== over) : all;
    });
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
