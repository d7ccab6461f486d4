// Runs in the library process: the details of a file for a person, and the other half of a Live Photo.

import type { FileId } from '../../shared/contract.js';
import { NO_DETAILS, type FileDetails } from '../../shared/details.js';
import { extensionOf, formatOf } from '../../shared/media.js';
import { joinRelative, nameOf } from '../../shared/paths.js';
import { findLivePairs } from '../metadata/live.js';
import type { MediaFacts } from '../metadata/media-facts.js';
import type { RootIndex } from '../root-index.js';
import type { FactStore } from './fact-store.js';

/** In a larger folder only files of the same name are looked at. */
const MOST_CANDIDATES = 4000;

/** What is known, as the window gets it. */
export function detailsOf(media: MediaFacts | null, livePair: FileId | null): FileDetails {
  if (!media) return { ...NO_DETAILS, livePair };
  const { contentId: _id, motionOffset: offset, motionLength: length, error: _error, ...facts } = media;
  return { ...facts, motion: offset !== null && length !== null ? { offset, length } : null, livePair };
}

/**
 * The other half of the Live Photo that a file is one half of; null when it is none. `read` is asked for what nobody
 * has read yet and decides: how long a video of the same name is.
 */
export async function livePartner(
  index: RootIndex,
  id: FileId,
  contentId: string | null,
  store: FactStore | null,
  read: (file: FileId) => Promise<MediaFacts | null>,
): Promise<FileId | null> {
  const { listing } = index;
  const own = listing.nameAt(listing.rowOf(id));
  if (!canBeHalf(own)) return null;
  const folder = listing.folderAt(listing.rowOf(id));
  const halves = index.filesIn(folder).filter((file) => canBeHalf(listing.nameAt(listing.rowOf(file))));
  const sameName = (file: FileId) => baseOf(listing.nameAt(listing.rowOf(file))) === baseOf(own);
  const files = halves.length > MOST_CANDIDATES ? halves.filter(sameName) : halves;
  // Without an identifier only the name can tell, and then nothing else need be looked up.
  const asked = contentId === null ? files.filter(sameName) : files;
  const names = new Map(asked.map((file) => [file, listing.nameAt(listing.rowOf(file))]));
  const kept = await store?.findAll([...names.values()].map((name) => joinRelative(folder, name)));
  const candidate = async (file: FileId, name: string) => {
    let facts = kept?.get(joinRelative(folder, name))?.facts ?? null;
    if (!facts && isVideo(name) && sameName(file)) facts = await read(file);
    return { file, name, duration: facts?.duration ?? null, contentId: facts?.contentId ?? null };
  };
  const candidates = await Promise.all([...names].map(([file, name]) => candidate(file, name)));
  for (const { photo, video } of findLivePairs(candidates)) {
    if (candidates[photo]!.file === id) return candidates[video]!.file;
    if (candidates[video]!.file === id) return candidates[photo]!.file;
  }
  return null;
}

/** Videos of Live Photos are MOV files; see metadata/live.ts for the rest. */
const canBeHalf = (name: string): boolean => isVideo(name) || formatOf(name)?.kind === 'photo';

const isVideo = (name: string): boolean => extensionOf(name) === 'mov';

const baseOf = (path: string): string =>
  nameOf(path)
    .replace(/\.[^.]*$/, '')
    .toLowerCase();
