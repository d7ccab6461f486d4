// Runs in main: where a window can stand that is opened again, perhaps on another screen. Pure.

import type { WindowBounds } from './settings.js';

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** So much of a window has to be seen to be taken hold of, pixels. */
const GRIP = { width: 80, height: 40 };

/**
 * The place of a window on the work area that shows most of it: one that is larger is made as large as that, and lies in it as a
 * whole. Null when too little of it would be seen.
 */
export function placeOn(
  area: Area,
  { x = area.x, y = area.y, width, height }: Omit<WindowBounds, 'maximized'>,
): Area | null {
  const seen =
    x < area.x + area.width - GRIP.width &&
    x + width > area.x + GRIP.width &&
    y >= area.y &&
    y < area.y + area.height - GRIP.height;
  if (!seen) return null;
  const across = cut(x, width, area.x, area.width);
  const down = cut(y, height, area.y, area.height);
  return { x: across.from, y: down.from, width: across.length, height: down.length };
}

/** What stands out a little was left so by a person; only what cannot fit is moved. */
const cut = (from: number, length: number, start: number, room: number) =>
  length > room ? { from: start, length: room } : { from, length };
