// Renderer: how many parts of a path have no room, of the element it stands in and its text.

import { useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { foldedOf } from './fold.js';

/** Pixels beside the text of a part, both sides together, and for what is lost in rounding. */
const AROUND = 9;

/** Measured without an element, so that nothing has to be laid out twice. Pixels. */
const canvas = new OffscreenCanvas(1, 1).getContext('2d')!;

/** Answers the element the path stands in, and how many of its parts go into one button. */
export function useFold(
  names: readonly string[],
): readonly [path: RefObject<HTMLElement | null>, folded: number] {
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
  const folded = useMemo(() => {
    if (size.font === '') return 0;
    canvas.font = size.font;
    const widths = key.split('\0').map((name) => Math.ceil(canvas.measureText(name).width) + AROUND);
    return foldedOf(widths, size.room);
  }, [key, size]);
  return [path, folded];
}
