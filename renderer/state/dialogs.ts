// Renderer: the dialogs that commands open; one at a time.

import type { RootId } from '../../electron/shared/contract.js';
import type { FailedFile } from '../../electron/shared/files.js';
import { keyOf } from './keys.js';

export type OpenDialog =
  | { readonly kind: 'tags' | 'trash'; readonly keys: Float64Array }
  | { readonly kind: 'shortcuts' | 'licences' }
  /** Whether a chosen folder is forgotten. */
  | { readonly kind: 'remove'; readonly root: RootId }
  /** Whether all stored thumbnails are removed. */
  | { readonly kind: 'clear' }
  | FailuresDialog;

/** What could not be done, file by file. */
export interface FailuresDialog {
  readonly kind: 'failures';
  readonly title: string;
  readonly files: readonly FailedFile[];
  /** Does it again; null where that needs more than a button. */
  readonly again: (() => void) | null;
}

/** The files of a list of failures that can be tried again. */
export const failedKeys = (failed: readonly FailedFile[]): Float64Array =>
  Float64Array.from(failed.flatMap(({ file }) => (file === undefined ? [] : [keyOf(file.root, file.id)])));
