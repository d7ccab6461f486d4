// Renderer: follows one picture of the viewer until it is ready or has failed.

import { useEffect, useReducer } from 'react';
import type { Picture, Pictures } from './pictures.js';

export function usePicture(pictures: Pictures, url: string): Picture {
  const [, again] = useReducer((count: number) => count + 1, 0);
  const picture = usePinned(pictures, url);
  useEffect(() => {
    if (picture.state !== 'loading') return;
    let wanted = true;
    void picture.settled.then(() => wanted && again());
    return () => void (wanted = false);
  }, [picture]);
  return picture;
}

/** One picture object for as long as the URL is the same, even after it failed. */
function usePinned(pictures: Pictures, url: string): Picture {
  const [pinned, pin] = useReducer(
    (_: { url: string; picture: Picture }, next: string) => ({ url: next, picture: pictures.get(next) }),
    url,
    (first) => ({ url: first, picture: pictures.get(first) }),
  );
  if (pinned.url !== url) pin(url);
  return pinned.picture;
}
