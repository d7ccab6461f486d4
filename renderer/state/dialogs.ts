// Renderer: the dialogs that commands open; one at a time.

import type { RootId } from '../../electron/shared/contract.js';
import type { FailedFile } from '../../electron/shared/files.js';

export type OpenDialog =
  | { readonly kind: 'tags' | 'trash'; readonly keys: Float64Array }
  | { readonly kind: 'shortcuts' | 'licences' }
  /** Whether a chosen folder is forgotten. */
  | { readonly kind: 'remove'; readonly root: RootId }
  /** Whether all stored thumbnails are removed. */
  | { readonly kind: 'clear' }
  /** What could not be done, file by file. */
  | { readonly kind: 'failures'; readonly title: string; readonly files: readonly FailedFile[] };
