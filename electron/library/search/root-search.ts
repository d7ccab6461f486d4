// Runs in the library process: keeps the full-text index of one root up to date, in batches beside all else. A file enters
// it when its metadata is known, so that each is entered once; the window looks at the names of those before that itself.

import { crc32 } from 'node:zlib';
import type { FileId } from '../../shared/contract.js';
import type { FacetColumns } from '../../shared/facets.js';
import { fold } from '../../shared/fold.js';
import type { ListingPatch } from '../../shared/listing.js';
import type { Listing } from '../../shared/listing-table.js';
import type { LogLevel } from '../../shared/messages.js';
import { displayPath } from '../../shared/paths.js';
import type { Clock } from '../clock.js';
import type { IndexDatabase } from '../database/index-database.js';
import type { MediaFacts } from '../metadata/media-facts.js';
import { Slices } from '../slices.js';
import { RootFacets } from './root-facets.js';
import type { Document, SearchDatabase } from './search-database.js';

/** A start has better things to do. */
const FIRST_MS = 3000;
/** Files wait this long for others. */
const BATCH_MS = 500;
/** Documents per transaction, 2-10 ms. */
const BATCH = 200;
/** What could not be written (the disk is full) is tried again after this. */
const AGAIN_MS = 30_000;

export interface RootSearchOptions {
  /** Names the root in the databases: its path as main gave it. */
  readonly path: string;
  readonly clock: Clock;
  readonly database: SearchDatabase;
  readonly index: IndexDatabase;
  /** Null while nothing has been read. */
  readonly listing: () => Listing | null;
  /** Whether the metadata of files is still being read. */
  readonly isReading: () => boolean;
  /** Searches and facets may answer otherwise now. */
  readonly onIndexed: () => void;
  readonly log: (level: LogLevel, message: string) => void;
}

export class RootSearch {
  private readonly facets = new RootFacets();
  /** Without a document. */
  private readonly fresh = new Set<FileId>();
  /** To be entered, again or for the first time. */
  private readonly due = new Set<FileId>();
  private readonly gone = new Set<FileId>();
  /** What the database holds has been compared with the listing; null: not asked for yet. */
  private compared: Promise<void> | null = null;
  private ready = false;
  private cancel: (() => void) | null = null;
  private writing = false;
  private closed = false;

  constructor(private readonly options: RootSearchOptions) {}

  /** The root has been read. */
  begin(): void {
    if (!this.compared) this.cancel ??= this.options.clock.after(FIRST_MS, () => void this.compare());
  }

  /** What was written is lost, or nobody told what has changed. */
  beginAgain(): void {
    if (!this.compared) return this.begin();
    this.ready = false;
    this.compared = this.compared.then(() => this.tryCompare());
  }

  /** Files came, went or changed. */
  hasChanged({ removed, rows }: ListingPatch): void {
    if (!this.compared) return;
    for (const id of removed) {
      this.fresh.delete(id);
      this.due.delete(id);
      this.gone.add(id);
    }
    for (const id of rows.id) this.fresh.add(id);
    this.workLater();
  }

  /** The metadata of a file is known. */
  learn(id: FileId, facts: MediaFacts): void {
    const changed = this.facets.enter(id, facts, facts.latitude);
    if (!this.compared || (!changed && !this.fresh.has(id))) return;
    this.due.add(id);
    this.workLater();
  }

  /** The metadata of all files has been read, as far as it could be. */
  allRead(): void {
    for (const id of this.fresh) this.due.add(id);
    this.workLater();
  }

  /** Files of which the document holds a folded word, and from which id on files need not have one. */
  async find(word: string): Promise<{ readonly ids: Uint32Array; readonly from: number }> {
    if (!this.ready) {
      void this.compare();
      return { ids: new Uint32Array(), from: 0 };
    }
    let from = Infinity;
    for (const id of this.fresh) if (id < from) from = id;
    const ids = await this.options.database.find(this.options.path, word);
    return ids === null ? { ids: new Uint32Array(), from: 0 } : { ids, from };
  }

  /** Cameras and places of the files. */
  async columns(): Promise<FacetColumns> {
    await this.compare();
    const listing = this.options.listing();
    if (listing) return this.facets.columns(listing);
    return { cameras: [], ids: new Uint32Array(), camera: new Uint16Array(), located: new Uint8Array() };
  }

  /** Takes nothing more; what has not been written is found missing by the next start. */
  close(): void {
    this.closed = true;
    this.cancel?.();
  }

  private compare(): Promise<void> {
    return (this.compared ??= this.tryCompare());
  }

  private async tryCompare(): Promise<void> {
    try {
      await this.compareNow();
    } catch (error) {
      this.options.log('error', `Search index of ${this.options.path}: ${String(error)}`);
    }
  }

  private async compareNow(): Promise<void> {
    const { database, path, clock } = this.options;
    this.cancel?.();
    this.cancel = null;
    const started = clock.now();
    await this.loadFacets();
    const sums = await database.sums(path);
    const listing = this.options.listing();
    if (!listing || this.closed) return void (this.compared = null);
    const slices = new Slices();
    const ids = listing.id.slice();
    for (const id of ids) {
      if (slices.due) await slices.rest();
      const sum = sums.get(id);
      sums.delete(id);
      const document = this.documentOf(id);
      if (document?.sum === sum) continue;
      if (sum === undefined) this.fresh.add(id);
      if (sum !== undefined || this.facets.knows(id) || !this.options.isReading()) this.due.add(id);
    }
    // One that came meanwhile has no document either way.
    for (const id of sums.keys()) if (!this.options.listing()?.has(id)) this.gone.add(id);
    this.ready = true;
    const todo = `${this.due.size} documents to write, ${this.gone.size} to forget`;
    this.options.log('debug', `Search index of ${path} compared in ${clock.now() - started} ms: ${todo}`);
    if (this.due.size + this.gone.size === 0) this.options.onIndexed();
    else this.workLater();
  }

  /** From the index of metadata; what is read meanwhile is newer. */
  private async loadFacets(): Promise<void> {
    const { index, path } = this.options;
    const { paths, numbers, texts } = await index.metadataOf(path, ['make', 'model', 'lens', 'latitude']);
    const listing = this.options.listing();
    if (!listing) return;
    const slices = new Slices();
    const rows = new Map(paths.map((one, row) => [one, row]));
    for (const id of listing.id.slice()) {
      if (slices.due) await slices.rest();
      const now = listing.rowOf(id);
      const row = now < 0 || this.facets.knows(id) ? undefined : rows.get(listing.pathAt(now));
      if (row === undefined) continue;
      const [make, model, lens] = [texts.make[row]!, texts.model[row]!, texts.lens[row]!];
      this.facets.enter(id, { make, model, lens }, numbers.latitude[row]!);
    }
  }

  private documentOf(id: FileId): Document | null {
    const listing = this.options.listing();
    const row = listing?.rowOf(id) ?? -1;
    if (!listing || row < 0) return null;
    const path = fold(displayPath(listing.pathAt(row)));
    const camera = fold(displayPath(this.facets.textOf(id)));
    return { id, path, camera, sum: crc32(`${path}\0${camera}`) };
  }

  private workLater(ms = BATCH_MS): void {
    if (!this.ready || this.writing || this.closed) return;
    if (this.due.size + this.gone.size > 0)
      this.cancel ??= this.options.clock.after(ms, () => void this.work());
  }

  /** Writes all that is due, batch by batch. */
  private async work(): Promise<void> {
    this.cancel = null;
    this.writing = true;
    let written = false;
    try {
      while (this.due.size + this.gone.size > 0 && !this.closed && (written = await this.writeBatch()));
    } catch (error) {
      this.options.log('error', `Search index of ${this.options.path}: ${String(error)}`);
    }
    this.writing = false;
    if (written) this.options.onIndexed();
    this.workLater(written ? BATCH_MS : AGAIN_MS);
  }

  private async writeBatch(): Promise<boolean> {
    const { database, path } = this.options;
    const gone = first(this.gone, BATCH);
    const ids = first(this.due, BATCH);
    const documents = ids.map((id) => this.documentOf(id)).filter((one) => one !== null);
    // Before the work: what is told meanwhile is newer.
    for (const id of gone) this.gone.delete(id);
    for (const id of ids) this.due.delete(id);
    if (await database.write(path, documents, gone)) {
      for (const id of ids) this.fresh.delete(id);
      await new Promise((resolve) => setImmediate(resolve));
      return true;
    }
    for (const id of gone) this.gone.add(id);
    for (const id of ids) this.due.add(id);
    return false;
  }
}

function first(set: ReadonlySet<number>, count: number): number[] {
  const some: number[] = [];
  for (const id of set) if (some.push(id) === count) break;
  return some;
}
