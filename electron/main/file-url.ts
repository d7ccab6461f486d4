// Runs in main: the addresses of files and their pictures, as the page writes them (renderer/state/urls.ts).

import type { FileId, RootId } from '../shared/contract.js';
import { AppError } from '../shared/result.js';

const SIZES = ['grid', 'large', 'screen', 'full', 'preview'] as const;
type Size = (typeof SIZES)[number];

export interface FileUrl {
  readonly root: RootId;
  readonly id: FileId;
  readonly size: Size;
  /** Where to play from, seconds. */
  readonly at: number;
  /** The video inside a Motion Photo instead of the photo. */
  readonly motion: boolean;
}

/**
 * Reads `SCHEME://rROOT/FILE?size=…&at=…&part=…`. The host starts with a letter because URL parsers turn a number into an IPv4 address.
 *
 * @throws AppError `bad-argument`
 */
export function parseFileUrl(text: string): FileUrl {
  const url = new URL(text);
  const root = /^r([1-9]\d{0,14})$/.exec(url.host)?.[1];
  const id = /^\/(\d{1,10})$/.exec(url.pathname)?.[1];
  if (root === undefined || id === undefined)
    throw new AppError('bad-argument', 'This address names no file.');
  const asked = url.searchParams.get('size');
  const size = SIZES.find((one) => one === asked) ?? 'grid';
  const at = Number(url.searchParams.get('at') ?? 0);
  if (!(at >= 0 && at < Infinity)) throw new AppError('bad-argument', 'This is no time.');
  const motion = url.searchParams.get('part') === 'motion';
  return { root: Number(root), id: Number(id), size, at, motion };
}
