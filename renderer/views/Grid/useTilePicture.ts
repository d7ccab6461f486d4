// Renderer: the picture of one tile: asks for it once, fades it in unless it was there at once, and
// hands a missing one back to the store, which knows when it has been made.

import { useEffect, useRef, useState } from 'react';
import { useApp } from '../../state/app.js';
import type { ItemKey } from '../../state/keys.js';

/** A picture that comes within this time needs no fade, milliseconds. */
const AT_ONCE = 60;

export interface TilePicture {
  /** What to show; null while there is nothing to ask for. */
  readonly url: string | null;
  readonly loaded: boolean;
  readonly instant: boolean;
  readonly onLoad: () => void;
  readonly onError: () => void;
}

/** `load` false holds a request back that has not been made yet; `round` says how often the picture was made. */
export function useTilePicture(item: ItemKey, url: string | null, round: number, load: boolean): TilePicture {
  const { thumbnails } = useApp();
  const [loaded, setLoaded] = useState({ done: false, instant: false });
  const [asked, setAsked] = useState(load ? url : null);
  const since = useRef(0);
  if (load && asked !== url) {
    setAsked(url);
    // The old picture stays until the new one is there, unless there is none to come.
    if (url === null) setLoaded({ done: false, instant: false });
  }
  useEffect(() => {
    since.current = performance.now();
  }, [asked]);
  const current = load ? url : asked;
  return {
    url: current,
    loaded: loaded.done,
    instant: loaded.instant,
    onLoad: () => {
      const instant = performance.now() - since.current < AT_ONCE;
      setLoaded((now) => (now.done ? now : { done: true, instant }));
    },
    onError: () => {
      setLoaded({ done: false, instant: false });
      thumbnails.notYet(item, round);
    },
  };
}
