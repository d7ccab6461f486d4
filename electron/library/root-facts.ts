// Runs in the library process: the facts of the files of one root: from the index database or from the file itself,
// in the background, entered into the listing and told.

import type { FileId, RootId } from '../shared/contract.js';
import { Patience } from '../node/patience.js';
import type { Codecs, FileDetails } from '../shared/details.js';
import type { Facts, ListingPatch } from '../shared/listing.js';
import { addFacts } from '../shared/listing-facts.js';
import type { LogLevel } from '../shared/messages.js';
import type { Clock } from './clock.js';
import { detailsOf, livePartner } from './facts/details.js';
import { factItem, readFacts, type FileFacts } from './facts/facts.js';
import type { FactStore } from './facts/fact-store.js';
import { CONCURRENCY, FactsQueue } from './facts/queue.js';
import type { ReadingGuard } from './facts/reading-guard.js';
import { readingKey } from './facts/reading-journal.js';
import { FIRST_FACTS_FILES, newestFiles } from './first-screen.js';
import type { Found } from './found.js';
import type { MediaFacts } from './metadata/media-facts.js';
import type { RootIndex } from './root-index.js';
import { encodeFacts } from '../shared/listing-table.js';
import { parentOf } from '../shared/paths.js';

/** Milliseconds after which a reading that did not come back holds up all others of its root, and no other root. */
const HANGS_MS = 5000;
/** How long an answer may wait for the proportions of the first screen. */
const FIRST_FACTS_MS = 120;

export interface RootFactsOptions {
  readonly root: RootId;
  readonly clock: Clock;
  /** Null while nothing has been read. */
  readonly index: () => RootIndex | null;
  /** Null when nothing is kept between starts. */
  readonly store: FactStore | null;
  readonly guard: ReadingGuard;
  /** Reads one file; replaced by tests. */
  readonly read?: typeof readFacts;
  readonly log: (level: LogLevel, message: string) => void;
  /** What a file says about itself is known, from the index or because it was read. */
  readonly onMedia: (id: FileId, media: MediaFacts) => void;
  /** Facts that the listing has taken over. */
  readonly onFacts: (facts: Facts) => void;
  /** How many files are still to be read. */
  readonly onLeft: (left: number) => void;
  /** The problems of files have changed. */
  readonly onProblems: () => void;
}

export class RootFacts {
  readonly queue: FactsQueue;
  private readonly found = new Map<FileId, Found>();
  /** What ffmpeg has said of films; what is kept from before does not have it, nor what somebody is just reading. */
  private readonly heard = new Map<FileId, { readonly modified: number; readonly codecs: Codecs }>();
  private readonly ending = new AbortController();
  private readonly patience: Patience;

  constructor(private readonly options: RootFactsOptions) {
    const { clock, log, root } = options;
    this.queue = new FactsQueue({
      clock,
      read: (id) => this.read(id),
      onBatch: (facts) => this.enter(facts),
      onLeft: options.onLeft,
      onProblem: (id, problem) => this.noteProblem(id, problem),
      onError: (id, error) => log('error', `Facts of file ${root}/${id}: ${String(error)}`),
    });
    this.patience = new Patience({
      most: CONCURRENCY,
      limit: HANGS_MS,
      after: (ms, callback) => clock.after(ms, callback),
      onHanging: (hangs) => this.queue.hold(hangs),
    });
  }

  /** Files that cannot be read. */
  problems(): Iterable<Found> {
    return this.found.values();
  }

  get problemCount(): number {
    return this.found.size;
  }

  /** Files in these folders that could not be read: something changed there, perhaps their permissions. */
  unreadableIn(folders: readonly string[]): FileId[] {
    if (this.found.size === 0) return [];
    const changed = new Set(folders);
    return [...this.found].filter(([, { path }]) => changed.has(parentOf(path))).map(([id]) => id);
  }

  /** Takes back what was said about files that are gone. */
  forgetGone(): void {
    const listing = this.options.index()?.listing;
    for (const map of [this.found, this.heard])
      for (const id of map.keys()) if (!listing?.has(id)) map.delete(id);
  }

  /** Takes over facts that others have found. `codecs`: of the first file; what it says itself is the better. */
  learn(facts: Facts, codecs?: Codecs): boolean {
    const listing = this.options.index()?.listing;
    const [id = -1] = facts.id;
    const row = listing?.rowOf(id) ?? -1;
    if (listing && codecs && row >= 0) {
      this.heard.set(id, { modified: listing.modifiedAt(row), codecs });
      this.queue.add([id]);
    }
    return (listing?.applyFacts(facts) ?? 0) > 0;
  }

  /**
   * Reads the newest of these files at once, those of the first screen, for a moment at most; what was read is learnt
   * and taken out of `unread`.
   */
  async readFirst(unread: Set<FileId>): Promise<Facts> {
    const { index, clock } = this.options;
    const listing = index()?.listing;
    const first = listing ? newestFiles(listing, FIRST_FACTS_FILES, unread) : [];
    const facts = await this.queue.readNow(first, clock.now() + FIRST_FACTS_MS);
    this.learn(facts);
    // Others may have a date as well, from under the name that they had before.
    for (const id of facts.id) unread.delete(id);
    return facts;
  }

  /** The same for files that main knows by now, and for those of a patch that it is about to hear of. */
  async complete(unread: Set<FileId>, patch: ListingPatch | null): Promise<void> {
    const facts = await this.readFirst(unread);
    if (facts.id.length > 0) this.options.onFacts(facts);
    if (patch) addFacts(patch.rows, facts);
  }

  /**
   * Everything known of a file; null when it is gone. A file that was not read yet is read now.
   * @throws AppError `offline` when it cannot be, because its drive does not answer
   */
  async details(id: FileId): Promise<FileDetails | null> {
    const facts = await this.read(id);
    const index = this.options.index();
    const row = index?.listing.rowOf(id) ?? -1;
    if (!index || row < 0) return null;
    if (facts?.media && index.listing.takenAt(row) === null)
      this.enter(encodeFacts([factItem(id, facts.media)]));
    const read = async (file: FileId) => (await this.read(file))?.media ?? null;
    const partner = await livePartner(index, id, facts?.media?.contentId ?? null, this.options.store, read);
    return detailsOf(facts?.media ?? null, partner);
  }

  /** Ends all reading. */
  close(): void {
    this.queue.stop();
    this.ending.abort();
  }

  private async read(id: FileId): Promise<FileFacts | null> {
    const { index: currentIndex, store, guard, read = readFacts } = this.options;
    const index = currentIndex();
    const row = index?.listing.rowOf(id) ?? -1;
    if (!index || row < 0) return null;
    const { listing } = index;
    const [path, size, modified] = [listing.pathAt(row), listing.sizeAt(row), listing.modifiedAt(row)];
    const kind = listing.kindAt(row);
    const kept = await store?.find(path, size, modified);
    const version = { path, size, mtime: modified };
    if (kept) {
      const media = this.withCodecs(id, modified, kept);
      if (media !== kept) store?.put({ ...version, facts: media });
      this.options.onMedia(id, media);
      return { media, problem: null };
    }
    const key = readingKey(index.path, path, size, modified);
    const facts = await guard.read(
      key,
      this.ending.signal,
      (signal) => this.patience.run(() => read({ root: index.path, path, kind, modified }, signal)),
      () => this.queue.add([id]),
    );
    const now = currentIndex()?.listing;
    const after = now?.rowOf(id) ?? -1;
    // Changed meanwhile: it is in the queue again.
    if (!now || after < 0 || now.sizeAt(after) !== size || now.modifiedAt(after) !== modified) return null;
    if (!facts.media) return facts;
    const media = this.withCodecs(id, modified, facts.media);
    store?.put({ ...version, facts: media });
    this.options.onMedia(id, media);
    return { ...facts, media };
  }

  /** With what ffmpeg has said of a film whose format is not read here. */
  private withCodecs(id: FileId, modified: number, media: MediaFacts): MediaFacts {
    const heard = this.heard.get(id);
    const says = media.videoCodec !== null || media.audioCodec !== null;
    return heard?.modified === modified && !says ? { ...media, ...heard.codecs } : media;
  }

  private enter(facts: Facts): void {
    this.learn(facts);
    this.options.onFacts(facts);
  }

  private noteProblem(id: FileId, problem: FileFacts['problem']): void {
    const listing = this.options.index()?.listing;
    const row = listing?.rowOf(id) ?? -1;
    if (problem && listing && row >= 0) this.found.set(id, { path: listing.pathAt(row), ...problem });
    else if (!this.found.delete(id)) return;
    this.options.onProblems();
  }
}
