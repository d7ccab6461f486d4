// Renderer: follows one picture of the viewer until it is ready or has failed.

import { useEffect, useReducer, useState } from 'react';
import type { Picture, Pictures } from './pictures.js';
import { scalableSize, type Subject } from './subject.js';
import { useAway } from './useAway.js';

/** A photo, from its file or as a worker makes it. */
export const pictureOf = (pictures: Pictures, subject: Subject): Picture =>
  pictures.get(subject.url, scalableSize(subject), subject.made);

export function usePicture(pictures: Pictures, subject: Subject): Picture {
  const [, again] = useReducer((count: number) => count + 1, 0);
  const picture = usePinned(pictures, subject);
  useSettled([picture], again);
  return picture;
}

/** The photo with all its pixels, once somebody looks closer; null until then. */
export function useWhole(pictures: Pictures, url: string, wanted: boolean): Picture | null {
  const [, again] = useReducer((count: number) => count + 1, 0);
  const [of, setOf] = useState<{ url: string; picture: Picture } | null>(null);
  if (wanted && of?.url !== url) setOf({ url, picture: pictures.get(url) });
  const picture = of?.url === url ? of.picture : null;
  useSettled(picture ? [picture] : NONE, again);
  return picture;
}

const NONE: readonly Picture[] = [];

/** Draws again whenever one of the pictures is there, or has failed. */
export function useSettled(pictures: readonly Picture[], again: () => void): void {
  useEffect(() => {
    let wanted = true;
    for (const { state, settled } of pictures)
      if (state === 'loading') void settled.then(() => wanted && again());
    return () => void (wanted = false);
  });
}

/** One picture object for as long as the URL is the same, even after it failed; then another when its folder is back. */
function usePinned(pictures: Pictures, subject: Subject): Picture {
  const { url } = subject;
  const away = useAway(subject.item) !== null;
  const [pinned, pin] = useState(() => ({ url, away, picture: pictureOf(pictures, subject) }));
  if (pinned.url === url && pinned.away === away) return pinned.picture;
  const stays = pinned.url === url && (away || pinned.picture.state !== 'failed');
  const next = { url, away, picture: stays ? pinned.picture : pictureOf(pictures, subject) };
  pin(next);
  return next.picture;
}
