// Renderer: what plays in a tile while the pointer rests on it: a video without sound, or an animated picture.

import { useEffect, useState } from 'react';
import { extensionOf, formatOf } from '../../../electron/shared/media.js';

/** Milliseconds that the pointer has to rest: passing over is not asking. */
const REST = 400;
const ANIMATED: ReadonlySet<string> = new Set(['gif', 'webp']);

export interface Play {
  /** What to show over the still picture now. */
  readonly playing: 'video' | 'image' | null;
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
}

/** `name`: the file's, which says whether there is anything to play. */
export function usePlay(name: string, enabled: boolean): Play {
  const [over, setOver] = useState(false);
  const [rested, setRested] = useState(false);
  const kind = enabled ? playable(name) : null;
  useEffect(() => {
    if (!over || kind === null) return;
    const timer = setTimeout(() => setRested(true), REST);
    return () => {
      clearTimeout(timer);
      setRested(false);
    };
  }, [over, kind]);
  return {
    playing: rested ? kind : null,
    onPointerEnter: () => setOver(!window.matchMedia('(prefers-reduced-motion: reduce)').matches),
    onPointerLeave: () => setOver(false),
  };
}

function playable(name: string): 'video' | 'image' | null {
  const format = formatOf(name);
  if (format?.display !== 'native') return null;
  if (format.kind === 'video') return 'video';
  return ANIMATED.has(extensionOf(name)) ? 'image' : null;
}
