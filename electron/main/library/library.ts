// Runs in main: the library as the app sees it. Owns the library process and one reader per root; reads
// nothing from disk itself.

import type { CacheScope, FileId, Problem, RootId, RootInfo } from '../../shared/contract.js';
import type { FileDetails, LibraryStats } from '../../shared/details.js';
import type { Facts, ListingColumns } from '../../shared/listing.js';
import { encodeFacts, Listing } from '../../shared/listing-table.js';
import { displayPath, isWithin, parentOf } from '../../shared/paths.js';
import { AppError } from '../../shared/result.js';
import { numbersOf } from './caches.js';
import { DetailsReader } from './details.js';
import { LibraryProcess, type LibraryChild } from './library-process.js';
import { listenTo } from './listen.js';
import { Marks } from './marks.js';
import type { FileChanges, RootToOpen } from './open-root.js';
import { nodeTimer, type LookOptions } from './reader-services.js';
import { RootReader } from './root-reader.js';
import type { FoundFacts, LibraryFile, LibraryOptions } from './library-types.js';

export type { LibraryFile, LibraryOptions } from './library-types.js';
export type { FileChanges, RootToOpen } from './open-root.js';
export type { LookOptions } from './reader-services.js';

/** Milliseconds for the library process to write what is not written yet when the app ends. */
const LAST_WRITES_MS = 5000;

export class Library {
  readonly marks: Marks;
  private readonly readers = new Map<RootId, RootReader>();
  private readonly process: LibraryProcess;
  private readonly detailsReader: DetailsReader;
  private toldProblems = 0;
  private stopped = false;

  constructor(private readonly options: LibraryOptions) {
    const { startChild, now, log, caches, useCache = true, after = nodeTimer, onNotice } = options;
    this.detailsReader = new DetailsReader({ caches, useCache, log, child: () => this.child() });
    this.marks = new Marks({
      ...{ child: () => this.child(), news: options.onMarks },
      restored: (root) => this.restored(root),
    });
    this.process = new LibraryProcess({
      ...{ startChild, now, after, log },
      onStarted: (child) => this.listen(child),
      onHang: (seconds) =>
        onNotice(`Reading your folders came to a halt for ${seconds} seconds and was started again.`),
      onRestarted: () => this.readers.forEach((_, id) => this.background(id, this.look(id))),
      onEnded: () => {
        for (const reader of this.readers.values()) reader.forgetProcess();
        this.tellInfo();
      },
    });
  }

  /** Opens a root: its listing is read in the background and told with `onReset`. */
  open(root: RootToOpen): void {
    if (this.readers.has(root.id)) return;
    const { caches, useCache = true, now, after = nodeTimer, log, onReset, onPatch, onFiles } = this.options;
    const { begin, onTouched = () => undefined } = this.options;
    const child = () => this.child();
    const onInfo = () => this.tellInfo();
    const services = {
      ...{ child, cache: caches.directory, useCache, begin, now, after, log, onReset, onPatch, onInfo },
      onTouched,
      onFiles: (root: RootId, changes: FileChanges) => {
        // Live Photos depend on the files beside them: no details are older than the listing.
        this.detailsReader.forgetBeside(root, null);
        onFiles(root, changes);
      },
    };
    this.readers.set(root.id, new RootReader(root, services));
    this.tellInfo();
    this.background(root.id, this.look(root.id));
  }

  /** Forgets a root. */
  close(id: RootId): void {
    const reader = this.readers.get(id);
    if (!reader) return;
    this.readers.delete(id);
    reader.close();
    this.detailsReader.forgetBeside(id, null);
    const child = this.process.running;
    if (child) this.background(id, child.ask('close', { root: id }));
    const { listing } = reader.open;
    if (listing) this.options.onFiles(id, { added: [], removed: listing.id.slice(), changed: [] });
    this.tellInfo();
  }

  /** Whether a root is known to be out of reach. */
  isAway(id: RootId): boolean {
    return this.readers.get(id)?.open.state === 'offline';
  }

  roots(): RootInfo[] {
    return [...this.readers.values()].map(({ open }) => open.info());
  }

  problems(): Problem[] {
    return [...this.readers.values()].flatMap(({ open }) => open.allProblems());
  }

  /**
   * The listing of a root: at once when it is cached, else after the disk was verified (known but expired) or
   * scanned. Rejects with `offline` when the root cannot be reached.
   */
  look(id: RootId, options: LookOptions = {}): Promise<Listing> {
    return this.get(id).look(options);
  }

  /** Columns for the window: what is known now, at once; the disk is checked afterwards when the cache has expired. */
  async listing(id: RootId): Promise<ListingColumns> {
    const { open, first } = this.get(id);
    const look = this.look(id);
    this.background(id, look);
    // What is kept of the last run comes sooner than the window could ask again.
    await first.listed;
    // Without a cache the window waits for the disk; while that is away, what was known last is shown.
    if (this.options.useCache === false && open.listing) await look.catch(() => undefined);
    return (open.listing ?? Listing.empty()).columns();
  }

  /** Resolves when the files of the last run can be looked up: a window may know them sooner than this process. */
  async restored(id: RootId): Promise<void> {
    await this.readers.get(id)?.first.restored;
  }

  /** Reads the whole root again, whatever is cached. */
  async refresh(id: RootId): Promise<void> {
    this.forget({ root: id, folder: '', below: true });
    await this.look(id, { useCache: false, includeDimensions: false });
  }

  /**
   * By hand: takes the listing and the details of a folder out of the caches (of everything without a scope), and has
   * them read again. Answers how many entries there were. @throws AppError `not-found`
   */
  invalidate(scope: CacheScope | null): number {
    const everything = [...this.readers.keys()].map((root) => ({ root, folder: '', below: true }));
    let count = 0;
    for (const one of scope ? [scope] : everything) {
      count += this.forget(one);
      this.background(one.root, this.look(one.root));
    }
    return count;
  }

  /** Something in these folders (relative paths) changed: they are read again soon. */
  noteChanged(id: RootId, folders: readonly string[]): void {
    const reader = this.readers.get(id);
    if (reader) this.background(id, reader.noteChanged(folders));
  }

  /** Files on screen: their facts are read first, and a listing that has lived its time is confirmed. */
  prefer(id: RootId, ids: readonly FileId[]): void {
    this.readers.get(id)?.confirm();
    const child = this.process.running;
    if (child && this.readers.has(id)) this.background(id, child.ask('prefer', { root: id, ids }));
  }

  /** The listing of a root as it is known now; read only. */
  known(id: RootId): Listing | null {
    return this.readers.get(id)?.open.listing ?? null;
  }

  /** A file by its id, undefined when it is not (any more) part of the library. */
  lookUp(id: RootId, file: FileId): LibraryFile | undefined {
    return this.readers.get(id)?.open.file(file);
  }

  /** Like {@link lookUp}, after the files of the last run are there. @throws AppError `not-found` */
  async file(id: RootId, file: FileId): Promise<LibraryFile> {
    await this.restored(id);
    const found = this.lookUp(id, file);
    if (!found) throw new AppError('not-found', 'The file is no longer part of the gallery.');
    return found;
  }

  /** Everything known of a file. @throws AppError `not-found`, `crashed` */
  async details(id: RootId, file: FileId): Promise<FileDetails> {
    return this.detailsReader.read(await this.file(id, file));
  }

  /** Asks the library process what concerns nobody here. @throws AppError `crashed` */
  readonly ask: LibraryChild['ask'] = (name, args) => this.child().ask(name, args);

  /** Numbers of the caches and of the index database. */
  async stats(): Promise<LibraryStats> {
    const { directory, metadata } = this.options.caches;
    const known = await this.process.running?.ask('stats', {});
    const { index, watchers } = known ?? { index: null, watchers: [] };
    return { index, watchers, caches: { directory: numbersOf(directory), metadata: numbersOf(metadata) } };
  }

  /** Facts that making a thumbnail has shown. */
  applyFacts(id: RootId, file: FileId, { codecs, ...numbers }: FoundFacts): void {
    const facts = encodeFacts([{ id: file, ...numbers }]);
    const child = this.process.running;
    // For the next start: the thumbnail will not be made again.
    if ((this.enterFacts(id, facts) || codecs) && child) {
      this.background(id, child.ask('learn', { root: id, facts, codecs }));
    }
  }

  /** A problem that others found with a file; it is kept until the file changes. */
  addProblem(problem: Problem): void {
    this.readers.get(problem.root)?.open.reported.set(problem.path, problem);
    this.tellProblems();
  }

  /** Takes back the problems with files of a root that are to be tried again, of one file or all; answers the files. */
  takeRetryable(id: RootId, file: FileId | null): FileId[] {
    const taken = this.readers.get(id)?.open.takeRetryable(file) ?? [];
    this.tellProblems();
    return taken;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    for (const reader of this.readers.values()) reader.close();
    await this.process.stop(LAST_WRITES_MS);
  }

  private forget({ root, folder, below }: CacheScope): number {
    const listings = this.get(root).invalidate(folder, below) ? 1 : 0;
    const matches = (path: string) => (below ? isWithin(path, folder) : parentOf(path) === folder);
    const details = this.detailsReader.forget(root, matches);
    const what = `root ${root}, folder "${displayPath(folder)}"${below ? ' with all below it' : ''}`;
    this.options.log('info', `Cache invalidated: ${what}: ${listings} listings, ${details} details`);
    return listings + details;
  }

  private get(id: RootId): RootReader {
    const reader = this.readers.get(id);
    if (!reader) throw new AppError('not-found', 'This folder is no longer part of the gallery.');
    return reader;
  }

  private child(): LibraryChild {
    const child = this.process.ensure();
    // Whoever asks while it is down need not ask again: every root is read when it is back.
    if (!child)
      throw new AppError('crashed', 'The library is being started again. Try it again in a moment.');
    return child;
  }

  private listen(child: LibraryChild): void {
    const { databases, log, onNotice, onMoved } = this.options;
    if (databases) {
      child.ask('configure', databases).catch((error: unknown) => log('warn', `Databases: ${String(error)}`));
    }
    listenTo(child, {
      reader: (root) => this.readers.get(root),
      changed: (root, folders) => this.noteChanged(root, folders),
      facts: (root, facts) => void this.enterFacts(root, facts),
      back: (root) => this.background(root, this.look(root)),
      moved: onMoved,
      info: () => this.tellInfo(),
      problems: () => this.tellProblems(),
      indexed: this.options.onIndexed,
      notice: onNotice,
    });
    this.marks.listen(child);
  }

  /** Whether anything was new. */
  private enterFacts(id: RootId, facts: Facts): boolean {
    const open = this.readers.get(id)?.open;
    // A file that could not be read before, or the other half of a Live Photo.
    this.detailsReader.forgetBeside(
      id,
      Array.from(facts.id, (file) => open?.file(file)?.relative),
    );
    if (!open?.listing?.applyFacts(facts)) return false;
    this.options.onFacts(id, facts);
    return true;
  }

  private tellInfo(): void {
    if (this.stopped) return;
    this.options.onRoots(this.roots());
    this.tellProblems();
  }

  private tellProblems(): void {
    const count = this.problems().length;
    if (count === this.toldProblems || this.stopped) return;
    this.toldProblems = count;
    this.options.onProblems(count);
  }

  /** Work nobody waits for: its failure is logged, or already shown as the root's state. */
  private background(id: RootId, work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      if (this.stopped) return;
      const expected = error instanceof AppError && ['offline', 'crashed', 'stopped'].includes(error.code);
      this.options.log(expected ? 'debug' : 'error', `Root ${id}: ${String(error)}`);
    });
  }
}
