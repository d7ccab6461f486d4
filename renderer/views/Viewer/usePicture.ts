// Renderer: follows one picture of the viewer until it is ready or has failed.

import { useEffect, useReducer, useState } from 'react';
import type { Picture, Pictures } from './pictures.js';
import type { Size } from './zoom.js';

/** `size`: see {@link Pictures.get}. */
export function usePicture(pictures: Pictures, url: string, size: Size | null): Picture {
  const [, again] = useReducer((count: number) => count + 1, 0);
  const picture = usePinned(pictures, url, size);
  useSettled(picture, again);
  return picture;
}

/** The photo with all its pixels, once somebody looks closer; null until it is there. */
export function useWhole(pictures: Pictures, url: string, wanted: boolean): Picture | null {
  const [, again] = useReducer((count: number) => count + 1, 0);
  const [of, setOf] = useState<{ url: string; picture: Picture } | null>(null);
  if (wanted && of?.url !== url) setOf({ url, picture: pictures.get(url) });
  const picture = of?.url === url ? of.picture : null;
  useSettled(picture, again);
  return picture?.state === 'ready' ? picture : null;
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
function usePinned(pictures: Pictures, url: string, size: Size | null): Picture {
  const [pinned, pin] = useState(() => ({ url, picture: pictures.get(url, size) }));
  if (pinned.url === url) return pinned.picture;
  const next = { url, picture: pictures.get(url, size) };
  pin(next);
  return next.picture;
}
