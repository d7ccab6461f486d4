// Runs in main: details of files, from the metadata cache or from the library process; the same file asked several
// times at once is one question.

import type { RootId } from '../../shared/contract.js';
import type { FileDetails } from '../../shared/details.js';
import type { LogLevel } from '../../shared/messages.js';
import { displayPath, parentOf } from '../../shared/paths.js';
import { AppError } from '../../shared/result.js';
import { cached, type Cached } from './cached.js';
import { metadataKey } from './cache-keys.js';
import type { KeptDetails, LibraryCaches } from './caches.js';
import type { LibraryFile } from './library-types.js';
import type { LibraryChild } from './library-process.js';

export interface DetailsServices {
  readonly caches: LibraryCaches;
  readonly useCache: boolean;
  /** The running library process; throws `crashed` while there is none. */
  readonly child: () => LibraryChild;
  readonly log: (level: LogLevel, message: string) => void;
}

export class DetailsReader {
  private readonly keep: Cached<[LibraryFile], KeptDetails>;

  constructor(private readonly services: DetailsServices) {
    const { caches } = services;
    const key = ({ path }: LibraryFile) => metadataKey(path);
    this.keep = cached((file: LibraryFile) => this.ask(file), { key, cache: caches.metadata });
  }

  /** @throws AppError `not-found` when the file has gone meanwhile, `crashed` */
  async read(file: LibraryFile): Promise<FileDetails> {
    const { caches, useCache, log } = this.services;
    if (!useCache) return (await this.ask(file)).details;
    const key = metadataKey(file.path);
    log('debug', `Metadata cache ${caches.metadata.state(key)}: ${displayPath(file.path)}`);
    const kept = await this.keep(file);
    if (isOf(kept, file)) return kept.details;
    // Of the version before, or of a folder that showed this file until now.
    caches.metadata.invalidate(key);
    return (await this.keep(file)).details;
  }

  /** Forgets the details of the folders that these files of a root (relative paths) lie in; of all its files without them. */
  forgetBeside(root: RootId, files: Iterable<string | undefined> | null): void {
    if (this.services.caches.metadata.size === 0) return this.keep.overtake();
    const folders = files && new Set(Array.from(files, (file) => parentOf(file ?? '')));
    const count = this.forget(root, (relative) => folders?.has(parentOf(relative)) ?? true);
    const { log } = this.services;
    if (count > 0) log('debug', `Metadata cache invalidated: root ${root}, details of ${count} files`);
  }

  /** Forgets the details of some files of a root; `matches` gets their relative paths. Answers how many there were. */
  forget(root: RootId, matches: (relative: string) => boolean): number {
    this.keep.overtake();
    return this.services.caches.metadata.invalidateWhere(
      (kept) => kept.root === root && matches(kept.relative),
    );
  }

  private async ask(file: LibraryFile): Promise<KeptDetails> {
    const { root, id, relative, size, modified } = file;
    const details = await this.services.child().ask('details', { root, id });
    if (!details) throw new AppError('not-found', 'The file is no longer part of the gallery.');
    return { root, relative, size, modified, details };
  }
}

/** Of this version, and of this root: the ids in details are those of a root. */
const isOf = (kept: KeptDetails, file: LibraryFile): boolean =>
  kept.root === file.root && kept.size === file.size && kept.modified === file.modified;
