// Renderer: the picture comes out of its tile when the viewer opens, and goes back into the one of what was seen last.

import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useApp } from '../../state/app.js';
import type { ItemKey } from '../../state/keys.js';
import { useSelected } from '../../state/store.js';

/** Milliseconds between tile and viewer; the fade of the viewer in Viewer.module.css goes with it. */
const DURATION = 260;
const EASING = 'cubic-bezier(0.2, 0, 0, 1)';
/** A tile that is scrolled to comes into the page with one of the next frames. */
const FRAMES = 4;

/** Where a file stands behind the viewer: a tile of the grid or a cell of the mosaic; null: nowhere that can be seen. */
function placeOf(item: ItemKey): DOMRect | null {
  const places = [
    ...document.querySelectorAll(
      `:is([data-testid="tile"], [data-testid="cell"])[data-item="${String(item)}"]`,
    ),
  ];
  // In a small library the mosaic shows a picture more than once.
  const place = places.find((one) => one.contains(document.activeElement)) ?? places[0];
  const box = place?.getBoundingClientRect();
  return box && box.bottom > 0 && box.top < window.innerHeight ? box : null;
}

/** What moves `element`, with a picture of these proportions in its middle, to a place. */
function moved(element: HTMLElement, place: DOMRect, ratio: number | null): Keyframe | null {
  const { x, y, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) return null;
  const inner =
    ratio === null
      ? { width, height }
      : { width: Math.min(width, height * ratio), height: Math.min(height, width / ratio) };
  const dx = place.x + place.width / 2 - (x + width / 2);
  const dy = place.y + place.height / 2 - (y + height / 2);
  const scale = Math.max(place.width / inner.width, place.height / inner.height);
  return { translate: `${dx}px ${dy}px`, scale: String(scale) };
}

const isCalm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

interface Moving {
  /** Width by height of what is shown in the middle of the element; null: it fills it. */
  readonly ratio?: number | null;
  /** What comes in instead of the element, if it is there. */
  readonly herald?: RefObject<HTMLElement | null>;
}

/**
 * Moves `element` when the viewer opens and closes. Only the first item comes in like that; those reached with the arrow
 * keys are simply there.
 */
export function usePassage(
  element: RefObject<HTMLElement | null>,
  item: ItemKey,
  entering: boolean,
  { ratio = null, herald }: Moving = {},
): void {
  const { view } = useApp();
  const closing = useSelected(view, (now) => now.item === null);
  const first = useRef({ item, entering, ratio, herald });
  useLayoutEffect(() => {
    const { item: opened, entering: enters, ratio: of, herald: before } = first.current;
    const place = enters && !isCalm() ? placeOf(opened) : null;
    if (place === null) return;
    // Measured in the next frame, when the stage knows its size.
    const frame = requestAnimationFrame(() => {
      const target = before?.current ?? element.current;
      const from = target && moved(target, place, of);
      if (!target || !from) return;
      target.animate(
        [
          { ...from, opacity: 0.4 },
          { translate: '0 0', scale: '1', opacity: 1 },
        ],
        {
          ...{ duration: DURATION, easing: EASING },
        },
      );
    });
    return () => cancelAnimationFrame(frame);
  }, [element]);
  useEffect(() => {
    if (!closing || isCalm()) return;
    let left = FRAMES;
    let frame = requestAnimationFrame(function look() {
      const target = element.current;
      const place = placeOf(item);
      if (place === null && --left > 0) frame = requestAnimationFrame(look);
      const to = target && place && moved(target, place, ratio);
      if (target && to) target.animate([{}, to], { duration: DURATION, easing: EASING, fill: 'forwards' });
    });
    return () => cancelAnimationFrame(frame);
  }, [closing, element, item, ratio]);
}

/**
 * False until the first frame of the viewer is there. It shows the thumbnail, which takes no time; a large photo that was
 * loaded so early would have to be decoded for it.
 */
export function useEntered(entering: boolean): boolean {
  const [entered, setEntered] = useState(!entering);
  useEffect(() => {
    if (entered) return;
    const frame = requestAnimationFrame(() => setEntered(true));
    return () => cancelAnimationFrame(frame);
  }, [entered]);
  return entered;
}
