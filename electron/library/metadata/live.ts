// Runs in the library process: which photos and videos are two halves of one Live Photo. Worked out from a folder's
// listing each time: nothing to store that could become wrong.

import { extensionOf } from '../../shared/media.js';

/** A file of one folder, with what is known of it. */
export interface LiveCandidate {
  /** Without its folder. */
  readonly name: string;
  /** Seconds; null or 0 while unknown. */
  readonly duration?: number | null;
  readonly contentId?: string | null;
}

export interface LivePair {
  /** Indexes into the candidates. */
  readonly photo: number;
  readonly video: number;
}

/** Apple's take 3 seconds; a longer video that shares a name is a video of its own. */
const LONGEST_SECONDS = 4.5;
/** Where one name has several photos, the first of these is the other half. */
const PHOTOS = ['heic', 'heif', 'jpg', 'jpeg'];

/**
 * The Live Photos among the files of one folder: the same identifier by Apple, or the same name without regard to
 * case. Identifiers that differ are no pair.
 */
export function findLivePairs(files: readonly LiveCandidate[]): LivePair[] {
  const byId = new Map<string, number>();
  const byName = new Map<string, number>();
  files.forEach(({ name, contentId }, index) => {
    const rank = rankOf(name);
    if (rank < 0) return;
    const better = (known: number | undefined) => known === undefined || rank < rankOf(files[known]!.name);
    if (contentId && better(byId.get(contentId))) byId.set(contentId, index);
    if (better(byName.get(baseOf(name)))) byName.set(baseOf(name), index);
  });
  const pairs: LivePair[] = [];
  const taken = new Set<number>();
  const pair = (photo: number | undefined, video: number): boolean => {
    if (photo === undefined || taken.has(photo)) return false;
    taken.add(photo);
    pairs.push({ photo, video });
    return true;
  };
  const videos = files.flatMap(({ name, duration }, index) =>
    extensionOf(name) === 'mov' && (duration ?? 0) <= LONGEST_SECONDS ? [index] : [],
  );
  // Identifiers are sure, so they come first.
  const rest = videos.filter((video) => {
    const { contentId } = files[video]!;
    return !contentId || !pair(byId.get(contentId), video);
  });
  for (const video of rest) {
    const photo = byName.get(baseOf(files[video]!.name));
    if (photo !== undefined && !differ(files[photo]!.contentId, files[video]!.contentId)) pair(photo, video);
  }
  return pairs.sort((a, b) => a.photo - b.photo);
}

const rankOf = (name: string): number => PHOTOS.indexOf(extensionOf(name));

const differ = (a: string | null | undefined, b: string | null | undefined): boolean => !!a && !!b && a !== b;

const baseOf = (name: string): string => name.slice(0, name.lastIndexOf('.')).toLowerCase();
