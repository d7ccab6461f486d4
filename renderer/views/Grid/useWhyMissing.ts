// Renderer: why a tile has no picture, as a sentence for whoever points at it or moves to it.

import type { ThumbnailFailure, ThumbnailStatus } from '../../../electron/shared/contract.js';
import { useApp } from '../../state/app.js';
import { useSelected } from '../../state/store.js';
import { said, texts } from '../../texts.js';

/** What is known of a tile. */
export interface Missing {
  /** Its picture could not be made, or not be shown. */
  readonly failed: boolean;
  readonly failure: ThumbnailFailure | undefined;
  /** It stands there. */
  readonly ready: boolean;
}

/** Undefined while nobody asks, and when there is nothing to tell. */
export function useWhyMissing(asked: boolean, missing: Missing): string | undefined {
  const { thumbnailStatus } = useApp();
  return useSelected(thumbnailStatus, (status) =>
    asked && !missing.ready ? whyMissing(missing, status) : undefined,
  );
}

/** The file's own reason, or what keeps all thumbnails from being made. */
export function whyMissing({ failed, failure }: Missing, status: ThumbnailStatus): string {
  if (failure) return `${texts.tileReason(failure.code)}: ${said(failure.message)}`;
  if (failed) return `${texts.tileReason('unsupported')}: ${texts.cannotShow}`;
  const about = texts.thumbnailsAbout(status);
  return status.originals && status.notice !== null ? `${about} ${said(status.notice)}` : about;
}
