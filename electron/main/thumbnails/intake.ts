// Runs in main: takes over files that came or went and looks up which have a thumbnail already, in portions so short
// that main's loop stays free: a library of 100,000 files arrives in one piece.

import { setImmediate as afterOthers } from 'node:timers/promises';
import type { FileId, RootId } from '../../shared/contract.js';
import type { Logger } from '../log.js';
import type { Clock } from './clock.js';
import type { Ledger } from './ledger.js';

export interface IntakeOptions {
  readonly ledger: Ledger;
  readonly clock: Clock;
  /** Whether files can be looked up in the store yet: until it has been read nothing is taken over, or both would hold main's loop. */
  readonly canBegin: () => boolean;
  /** Moves a file out of `unchecked`. */
  readonly check: (root: RootId, id: FileId) => void;
  /** Runs after each portion. */
  readonly onPortion: () => void;
  readonly log: Logger;
}

/** What is to be done with a file. */
export type Take = (root: RootId, id: FileId) => void;

interface News {
  readonly root: RootId;
  readonly ids: Iterator<FileId>;
  readonly take: Take;
}

/** Milliseconds of main's loop per portion. */
const PORTION = 5;

export class Intake {
  private news: News[] = [];
  private running = false;
  private stopped = false;

  constructor(private readonly options: IntakeOptions) {}

  /** Files of a root of which something is new; `ids` must stay as they are. */
  push(root: RootId, ids: Iterable<FileId>, take: Take): void {
    this.news.push({ root, ids: ids[Symbol.iterator](), take });
    this.run();
  }

  /** Has all files in a place looked up again: what is stored has become more or less. */
  checkAgain(place: 'todo' | 'done'): void {
    const { ledger, check } = this.options;
    for (const root of ledger.rootIds()) this.push(root, ledger[place](root), check);
  }

  dropRoot(root: RootId): void {
    this.news = this.news.filter((one) => one.root !== root);
  }

  /** Goes on with what is waiting; the first portion at once. */
  run(): void {
    if (this.running || this.stopped || !this.options.canBegin()) return;
    this.running = true;
    void this.takeAll();
  }

  stop(): void {
    this.stopped = true;
    this.news = [];
  }

  private async takeAll(): Promise<void> {
    const { clock, onPortion } = this.options;
    const steps = this.steps();
    for (;;) {
      const until = clock.now() + PORTION;
      let done = false;
      while (!done && clock.now() < until) done = steps.next().done === true;
      this.running = !done;
      // What follows from a portion takes as long as one, so that it has a turn of its own.
      await afterOthers();
      if (this.stopped) return;
      this.attempt(onPortion);
      if (done) return;
      await afterOthers();
      if (this.stopped) return;
    }
  }

  /** Whatever goes wrong with one file, the others are taken over. */
  private attempt(what: () => void): boolean {
    try {
      what();
      return true;
    } catch (error) {
      this.options.log('error', `A file could not be taken over: ${String(error)}`);
      return false;
    }
  }

  /** One file per step. */
  private *steps(): Generator<void> {
    const { ledger, check } = this.options;
    for (;;) {
      for (let news = this.news[0]; news; news = this.news[0]) {
        const { root, ids, take } = news;
        const next = ids.next();
        if (next.done === true) this.news.shift();
        else this.attempt(() => take(root, next.value));
        yield;
      }
      if (ledger.each('unchecked').next().done) return;
      for (const { root, id } of ledger.each('unchecked')) {
        // Where it stayed it would be looked up for ever.
        if (!this.attempt(() => check(root, id))) ledger.move(root, id, 'todo');
        yield;
      }
    }
  }
}
