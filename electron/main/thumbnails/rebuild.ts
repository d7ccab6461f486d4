// Runs in main: takes stored thumbnails away, because a person wants them to be made again.

import type { FileId, RootId } from '../../shared/contract.js';
import { fileIdentity } from './keys.js';
import type { Ledger } from './ledger.js';
import type { ThumbnailsOptions } from './thumbnails-types.js';

type Services = Pick<ThumbnailsOptions, 'lookUp' | 'store' | 'pool'> & { readonly ledger: Ledger };

/** Forgets what is stored of files of a root; answers those that are to be made. What is just being made is new anyway. */
export async function dropStored(
  { lookUp, store, pool, ledger }: Services,
  root: RootId,
  ids: Iterable<FileId>,
): Promise<FileId[]> {
  const dropped: FileId[] = [];
  for (const id of ids) {
    const file = lookUp(root, id);
    if (!file || ledger.place(root, id) === 'queued') continue;
    const key = fileIdentity(file);
    await store.drop(key);
    pool.release(key);
    ledger.move(root, id, 'todo');
    dropped.push(id);
  }
  return dropped;
}
