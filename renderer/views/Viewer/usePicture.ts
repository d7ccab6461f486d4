// Renderer: follows one picture of the viewer until it is ready or has failed.

import { useEffect, useReducer, useState } from 'react';
import type { Picture, Pictures } from './pictures.js';
import { scalableSize, type Subject } from './subject.js';

/** A photo, from its file or as a worker makes it. */
export const pictureOf = (pictures: Pictures, subject: Subject): Picture =>
  pictures.get(subject.url, scalableSize(subject), subject.made);

export function usePicture(pictures: Pictures, subject: Subject): Picture {
  const [, again] = useReducer((count: number) => count + 1, 0);
  const picture = usePinned(pictures, subject);
  useSettled(picture, again);
  return picture;
}

/** The photo with all its pixels, once somebody looks closer; null until then. */
export function useWhole(pictures: Pictures, url: string, wanted: boolean): Picture | null {
  const [, again] = useReducer((count: number) => count + 1, 0);
  const [of, setOf] = useState<{ url: string; picture: Picture } | null>(null);
  if (wanted && of?.url !== url) setOf({ url, picture: pictures.get(url) });
  const picture = of?.url === url ? of.picture : null;
  useSettled(picture, again);
  return picture;
}

/** Draws again when the picture is there, or has failed. */
function useSettled(picture: Picture | null, again: () => void): void {
  useEffect(() => {
    if (picture?.state !== 'loading') return;
    let wanted = true;
    void picture.settled.then(() => wanted && again());
    return () => void (wanted = false);
  }, [picture, again]);
}

/** One picture object for as long as the URL is the same, even after it failed. */
function usePinned(pictures: Pictures, subject: Subject): Picture {
  const { url } = subject;
  const [pinned, pin] = useState(() => ({ url, picture: pictureOf(pictures, subject) }));
  if (pinned.url === url) return pinned.picture;
  const next = { url, picture: pictureOf(pictures, subject) };
  pin(next);
  return next.picture;
}
