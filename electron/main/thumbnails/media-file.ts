// Runs in main: a file as the thumbnail engine needs it. The engine does not know the library; app.ts introduces them.

import type { FileId, RootId } from '../../shared/contract.js';
import type { Codecs } from '../../shared/details.js';
import type { MediaKind } from '../../shared/media.js';

export interface MediaFile {
  readonly root: RootId;
  readonly id: FileId;
  /** Absolute. */
  readonly path: string;
  /** Absolute path of the chosen folder; files outside it are not read. */
  readonly rootPath: string;
  /** Relative to the root, `/` between parts. */
  readonly relative: string;
  readonly kind: MediaKind;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** What a thumbnail job found out about the original; 0 where unknown. Pixels as shown, seconds. */
export interface MediaFacts {
  readonly width: number;
  readonly height: number;
  readonly duration: number;
  /** Of a film that only ffmpeg could tell of. */
  readonly codecs?: Codecs | undefined;
}

export type LookUp = (root: RootId, id: FileId) => MediaFile | undefined;
