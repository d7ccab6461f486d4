// Runs in main: what a file contains, as far as the thumbnail engine knows it.

import type { FileId, RootId } from '../../shared/contract.js';
import { fileIdentity } from './keys.js';
import type { Ledger } from './ledger.js';
import type { ThumbnailStore } from './store.js';
import type { Content, ThumbnailsOptions } from './thumbnails-types.js';

interface Sources extends Pick<ThumbnailsOptions, 'lookUp'> {
  readonly store: Pick<ThumbnailStore, 'contentOf'>;
  readonly ledger: Pick<Ledger, 'place'>;
}

/** See {@link Content}. */
export function contentOf({ lookUp, store, ledger }: Sources, root: RootId, id: FileId): Content {
  const file = lookUp(root, id);
  if (!file) return 'gone';
  const name = store.contentOf(fileIdentity(file));
  if (name !== undefined) return { name };
  return ledger.place(root, id) === 'failed' ? 'unreadable' : 'unknown';
}
