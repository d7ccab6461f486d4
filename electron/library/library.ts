// Runs in the library process: what it answers main: the open roots, and the databases behind them.

import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { RootId } from '../shared/contract.js';
import { Deliveries } from '../shared/deliveries.js';
import type { WordHits } from '../shared/facets.js';
import type { LibraryRequests } from '../shared/messages.js';
import type { ListingPatch } from '../shared/listing.js';
import { cutPatch } from '../shared/listing-cut.js';
import { AppError, toFailure } from '../shared/result.js';
import type { Handlers } from '../node/serve.js';
import { IndexDatabase } from './database/index-database.js';
import type { CheckLater } from './database/index-types.js';
import { UserDatabase } from './database/user-database.js';
import { ReadingGuard } from './facts/reading-guard.js';
import { Marks } from './marks/marks.js';
import { writtenPath } from './own-folder.js';
import { RootSession } from './root-session.js';
import { fold } from '../shared/fold.js';
import { SearchDatabase } from './search/search-database.js';
import type { SessionServices } from './session-types.js';
import { watchOneFolder } from './watch/one-folder-watcher.js';

type RootArguments = Parameters<LibraryRequests['restore']>[0];

const randomBytesLater = promisify(randomBytes);

export interface LibraryServices extends Omit<
  SessionServices,
  'database' | 'search' | 'guard' | 'onRead' | 'own'
> {
  /** How a database is checked that is too large for a check at start; absent: not at all. */
  readonly checkLater?: CheckLater;
}

/** As main is answered: it can enter one after the other. */
const inParts = (patch: ListingPatch | null): ListingPatch[] => (patch ? cutPatch(patch) : []);

export class Library {
  private readonly sessions = new Map<RootId, RootSession>();
  // Main asks for all roots before it gets the rest of the first, and for each only once.
  private readonly deliveries = new Deliveries(() => Infinity);
  private index: IndexDatabase | null = null;
  private search: SearchDatabase | null = null;
  private readonly marks: Marks;
  private guard: ReadingGuard;
  private own: string | null = null;

  constructor(private readonly services: LibraryServices) {
    this.guard = new ReadingGuard({ ...services, folder: null });
    this.marks = new Marks({ ...services, roots: () => this.sessions.values() });
  }

  readonly handlers: Handlers<LibraryRequests> = {
    configure: ({ indexFile, userFile }) => this.openDatabases(indexFile, userFile),
    restore: (root) => {
      const kept = this.open(root).restore();
      return kept && { ...kept, listing: this.deliveries.begin(kept.listing) };
    },
    restoreRest: ({ delivery }) => this.deliveries.next(delivery),
    scan: (root) => this.open(root).scan(root.includeDimensions),
    rescan: async ({ root, folders, trees }) => inParts(await this.session(root).rescan(folders, trees)),
    verify: async ({ root, whole = false, includeDimensions = false }) =>
      inParts(await this.session(root).verify(whole, includeDimensions)),
    watch: ({ root }) => this.session(root).watch(),
    prefer: ({ root, ids }) => this.sessions.get(root)?.facts.queue.prefer(ids),
    learn: ({ root, facts, codecs }) => this.sessions.get(root)?.learn(facts, codecs),
    details: ({ root, id }) => this.session(root).facts.details(id),
    search: ({ word }) => this.find(fold(word)),
    facets: async ({ root }) => (await this.session(root).memory.search?.columns()) ?? null,
    stats: () => ({
      index: this.index?.counts() ?? null,
      watchers: [...this.sessions.values()].map(({ seen }) => seen.numbers()),
    }),
    close: ({ root }) => this.forget(root),
    marks: ({ root }) => this.marks.list(this.session(root)),
    setMarks: ({ files, change }) =>
      this.marks.set(
        files.map((one) => ({ ...one, of: this.session(one.root) })),
        change,
      ),
    hideFolder: ({ root, folder, hidden }) => this.marks.hide(this.session(root), folder, hidden),
    exportMarks: ({ file }) => this.marks.exportTo(file),
    importMarks: ({ file }) => this.marks.importFrom(file),
    ping: async () => {
      // Made by the threads that also read files: when all of them hang, this does not come back either.
      await randomBytesLater(1);
    },
    stop: () => this.stop(),
  };

  /** Never fails: without a database everything works, and is read again at the next start. */
  private openDatabases(indexFile: string, userFile: string): void {
    const { clock, log, send } = this.services;
    const options = {
      now: () => clock.now(),
      log,
      report: (message: string) => {
        log('warn', message);
        send('notice', { message });
      },
    };
    this.own = writtenPath(dirname(userFile));
    this.guard = new ReadingGuard({ ...this.services, folder: dirname(indexFile) });
    this.index = new IndexDatabase(indexFile, {
      ...options,
      checkLater: this.services.checkLater,
      onReplaced: () => this.sessions.forEach((session) => session.keepAgain()),
    });
    this.search = new SearchDatabase(join(dirname(indexFile), 'search.db'), {
      ...options,
      onReplaced: () => this.sessions.forEach(({ memory }) => memory.search?.beginAgain()),
    });
    try {
      this.marks.open(new UserDatabase(userFile, options));
    } catch (error) {
      const reason = `Your favourites, ratings and tags cannot be opened. ${toFailure(error).message}`;
      this.marks.open(null, reason);
      options.report(reason);
    }
  }

  private open({ root, path, firstId = 0, flat = false }: RootArguments): RootSession {
    const known = this.sessions.get(root);
    if (known) return known;
    const session = new RootSession(root, path, firstId, {
      ...this.services,
      ...(flat ? { flat, createWatcher: watchOneFolder } : {}),
      // Of a folder that is only visited nothing is kept.
      database: flat ? null : this.index,
      search: flat ? null : this.search,
      guard: this.guard,
      own: this.own,
      onRead: (_, patch) => this.marks.afterReading(session, patch),
      isFollowing: () => this.marks.isFollowing,
    });
    this.sessions.set(root, session);
    this.marks.adopt(path);
    return session;
  }

  private session(root: RootId): RootSession {
    const found = this.sessions.get(root);
    if (!found) throw new AppError('not-found', 'This folder is not open. Try it again in a moment.');
    return found;
  }

  private find(word: string): Promise<WordHits[]> {
    const roots = [...this.sessions].flatMap(([root, { memory }]) =>
      memory.search ? [{ root, memory }] : [],
    );
    return Promise.all(
      roots.map(async ({ root, memory }) => ({ root, ...(await memory.search!.find(word)) })),
    );
  }

  private async forget(root: RootId): Promise<void> {
    const session = this.sessions.get(root);
    this.sessions.delete(root);
    this.marks.closed();
    await session?.close(false);
  }

  private async stop(): Promise<void> {
    const sessions = [...this.sessions.values()];
    this.sessions.clear();
    await Promise.all(sessions.map((session) => session.close()));
    this.search?.close();
    this.search = null;
    await this.index?.close();
    this.index = null;
    this.marks.close();
    this.guard.close();
  }
}
