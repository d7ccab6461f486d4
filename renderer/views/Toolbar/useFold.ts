// Renderer: how many parts of a path have no room, of the element it stands in and its text.

import { useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { foldedOf, wholeOf } from './fold.js';

/** Pixels beside the text of a part, both sides together, and for what is lost in rounding. */
const AROUND = 9;

/** Measured without an element, so that nothing has to be laid out twice. Pixels. */
const canvas = new OffscreenCanvas(1, 1).getContext('2d')!;

/**
 * Answers the element the path stands in, how many of its parts go into one button, and the pixels all of it needs.
 * The element must ask for `whole`: if it asked for what is left when parts are folded, they would never come back.
 */
export function useFold(names: readonly string[]): {
  readonly path: RefObject<HTMLElement | null>;
  readonly folded: number;
  readonly whole: number | undefined;
} {
  const path = useRef<HTMLElement>(null);
  const [size, setSize] = useState({ room: Infinity, font: '' });
  useLayoutEffect(() => {
    const element = path.current!;
    const look = () => {
      const { fontWeight, fontSize, fontFamily } = getComputedStyle(element.querySelector('h1')!);
      const font = `${fontWeight} ${fontSize} ${fontFamily}`;
      const room = element.clientWidth;
      setSize((old) => (old.room === room && old.font === font ? old : { room, font }));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const key = names.join('\0');
  return useMemo(() => {
    if (size.font === '') return { path, folded: 0, whole: undefined };
    canvas.font = size.font;
    const widths = key.split('\0').map((name) => Math.ceil(canvas.measureText(name).width) + AROUND);
    return { path, folded: foldedOf(widths, size.room), whole: wholeOf(widths) };
  }, [key, size]);
}
