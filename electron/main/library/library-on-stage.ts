// For unit tests of the library in main: a library with a process whose answers the test gives.

import type { FileId, RootId } from '../../shared/contract.js';
import { deferred, type Deferred } from '../../shared/deferred.js';
import { Deliveries } from '../../shared/deliveries.js';
import type { Facts, ListingColumns, ListingPatch } from '../../shared/listing.js';
import { encodeFacts, encodeListing, encodeRows, type RowItem } from '../../shared/listing-table.js';
import type { LibraryEvents } from '../../shared/messages.js';
import { AppError } from '../../shared/result.js';
import { createCaches } from './caches.js';
import { Library, type FileChanges } from './library.js';
import type { LibraryChild } from './library-process.js';
import { PING_MS } from './watchdog.js';

/** Some turns: what is restored is put together, entered, handed on and told in one each. */
export const settle = async () => {
  for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
};
export const item = (id: number, name: string, more: Partial<RowItem> = {}): RowItem => ({
  id,
  folder: 'x',
  name,
  kind: 'photo',
  size: 1,
  modified: 1,
  ...more,
});
export const patchOf = (from: number, rows: RowItem[], removed: number[] = []): ListingPatch => ({
  from,
  removed: Uint32Array.from(removed),
  rows: encodeRows(rows),
});
export const factsOf = (id: number, width: number): Facts => encodeFacts([{ id, width, height: 1 }]);

const patchesOf = (value: unknown): unknown => {
  if (value instanceof Error || Array.isArray(value)) return value;
  return value === null ? [] : [value];
};

export interface Question extends Deferred<unknown> {
  readonly name: string;
  readonly args: Record<string, unknown>;
}

/** A library process whose answers the test gives. */
export class FakeChild {
  readonly questions: Question[] = [];
  readonly pid = 1;
  readonly ready = Promise.resolve();
  private readonly end = deferred<number>();
  readonly ended = this.end.promise;
  private readonly listeners: { name: string; listener: (payload: unknown) => void }[] = [];
  stopped = false;
  /** What is answered at once: by name. */
  readonly answers: Record<string, unknown> = {
    restore: null,
    stop: undefined,
    learn: undefined,
    ping: undefined,
  };

  ask(name: string, args: Record<string, unknown>): Promise<unknown> {
    if (name in this.answers) return Promise.resolve(this.answers[name]);
    const question = { name, args, ...deferred<unknown>() };
    this.questions.push(question);
    return question.promise;
  }
  on(name: string, listener: (payload: unknown) => void): () => void {
    this.listeners.push({ name, listener });
    return () => undefined;
  }
  kill(): void {
    this.crash();
  }
  stop(): Promise<void> {
    this.stopped = true;
    return Promise.resolve();
  }
  send<K extends keyof LibraryEvents>(name: K, payload: LibraryEvents[K]): void {
    for (const one of this.listeners) if (one.name === name) one.listener(payload);
  }
  crash(): void {
    for (const question of this.questions.splice(0)) question.reject(new AppError('crashed', 'Ended.'));
    this.end.resolve(1);
  }
  /** The open question of a name; it is taken out. */
  asked(name: string): Question {
    const at = this.questions.findIndex((question) => question.name === name);
    if (at < 0)
      throw new Error(`Nobody asked ${name}, but ${this.questions.map((one) => one.name).join(', ')}`);
    return this.questions.splice(at, 1)[0]!;
  }
  async answer(name: string, value: unknown): Promise<Record<string, unknown>> {
    const question = this.asked(name);
    // One patch or none, as most changes are.
    if (name === 'rescan' || name === 'verify') value = patchesOf(value);
    if (value instanceof Error) question.reject(value);
    else question.resolve(value);
    await settle();
    return question.args;
  }
}

interface Stage {
  readonly useCache?: boolean;
  /** What is kept of the last run. */
  readonly restore?: { readonly listing: ListingColumns };
  readonly begin?: Promise<void>;
  readonly onMoved?: (root: RootId) => Promise<void>;
}

export function setUp(options: Stage = {}) {
  const clock = { time: 1_000_000 };
  const timers: { ms: number; callback: () => void }[] = [];
  const pings: typeof timers = [];
  const children: FakeChild[] = [];
  const touched: string[] = [];
  const events: [string, ...unknown[]][] = [];
  const log: string[] = [];
  const caches = createCaches(() => clock.time, 300_000);
  const notices: string[] = [];
  const library = new Library({
    startChild: () => {
      const child = new FakeChild();
      const { restore } = options;
      child.answers['restore'] = restore
        ? { ...restore, listing: new Deliveries(() => Infinity).begin(restore.listing) }
        : null;
      children.push(child);
      return child as unknown as LibraryChild;
    },
    caches,
    useCache: options.useCache ?? true,
    ...(options.begin && { begin: options.begin }),
    ...(options.onMoved && { onMoved: options.onMoved }),
    onNotice: (message) => notices.push(message),
    now: () => clock.time,
    after: (ms, callback) => {
      const timer = { ms, callback };
      // Those of the watchdog come again and again: apart from the others.
      const list = ms === PING_MS ? pings : timers;
      list.push(timer);
      return () => void (list.includes(timer) && list.splice(list.indexOf(timer), 1));
    },
    log: (_level, message) => log.push(message),
    onReset: (root: RootId) => events.push(['reset', root]),
    onPatch: (root: RootId, patch: ListingPatch) => events.push(['patch', root, patch.from]),
    onFacts: (root: RootId, facts: Facts) => events.push(['facts', root, ...facts.id]),
    onIndexed: (root: RootId) => events.push(['indexed', root]),
    onProblems: (count: number) => events.push(['problems', count]),
    onRoots: () => undefined,
    onTouched: (_root, folders, trees) => touched.push(...folders, ...trees.map((tree) => `${tree}/**`)),
    onFiles: (root: RootId, files: FileChanges) =>
      events.push(['files', root, ids(files.added), ids(files.removed), ids(files.changed)]),
  });
  const child = () => children.at(-1)!;
  const info = () => library.roots()[0]!;
  /** Opens a root and lets its first scan find `rows`. */
  const openWith = async (...rows: RowItem[]) => {
    library.open({ id: 1, path: '/photos', name: 'photos' });
    await settle();
    await child().answer('scan', encodeListing(rows, 1));
    await child().answer('watch', 'native');
    events.length = 0;
  };
  const cache = caches.directory;
  return {
    clock,
    timers,
    pings,
    touched,
    children,
    child,
    events,
    notices,
    log,
    caches,
    cache,
    library,
    info,
    openWith,
  };
}
const ids = (list: Iterable<FileId>) => [...list].join();
