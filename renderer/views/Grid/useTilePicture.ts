// Renderer: the picture of one tile: asks for it once, fades it in unless it was there at once, and
// hands a missing one back to the store, which knows when it has been made.

import { useEffect, useRef, useState } from 'react';
import { useApp } from '../../state/app.js';
import type { ItemKey } from '../../state/keys.js';
import type { TileSource } from './useTileSource.js';

/** A picture that comes within this time needs no fade, milliseconds. */
const AT_ONCE = 60;

export interface TilePicture {
  /** What to show; null while there is nothing to ask for. */
  readonly url: string | null;
  readonly loaded: boolean;
  readonly instant: boolean;
  /** The original stands for its thumbnail, and the window cannot show it. */
  readonly unshowable: boolean;
  readonly onLoad: () => void;
  readonly onError: () => void;
}

/** `load` false holds a request back that has not been made yet. */
export function useTilePicture(item: ItemKey, source: TileSource, load: boolean): TilePicture {
  const { thumbnails } = useApp();
  const { url, original, round } = source;
  const [loaded, setLoaded] = useState({ done: false, instant: false });
  const [asked, setAsked] = useState({ url: load ? url : null, original, round });
  const [refused, setRefused] = useState<string | null>(null);
  const since = useRef(0);
  // The photo itself, already on screen, stays until its thumbnail is made after all.
  const stays = url === null && asked.original && loaded.done && source.failure === undefined;
  if (load && asked.url !== url && !stays) {
    setAsked({ url, original, round });
    // The old picture stays until the new one is there, unless there is none to come.
    if (url === null) setLoaded({ done: false, instant: false });
  }
  useEffect(() => {
    since.current = performance.now();
  }, [asked.url]);
  const current = load && !stays ? url : asked.url;
  return {
    url: current,
    loaded: loaded.done,
    instant: loaded.instant,
    unshowable: current !== null && current === refused,
    onLoad: () => {
      const instant = performance.now() - since.current < AT_ONCE;
      setLoaded((now) => (now.done ? now : { done: true, instant }));
    },
    onError: () => {
      setLoaded({ done: false, instant: false });
      if (original) setRefused(current);
      // Of the picture that was asked for: another may have been made since.
      else thumbnails.notYet(item, asked.round);
    },
  };
}
