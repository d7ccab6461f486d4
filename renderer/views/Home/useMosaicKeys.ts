// Renderer: moving through the mosaic by keyboard: one stop for Tab, arrows within.

import { useState, type KeyboardEvent, type RefObject } from 'react';

interface MosaicKeys {
  readonly active: number;
  readonly setActive: (cell: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function useMosaicKeys(
  element: RefObject<HTMLElement | null>,
  count: number,
  columns: number,
): MosaicKeys {
  const [wanted, setActive] = useState(0);
  const active = Math.max(0, Math.min(wanted, count - 1));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const goals: Record<string, number> = {
      ArrowLeft: active - 1,
      ArrowRight: active + 1,
      ArrowUp: active - columns,
      ArrowDown: active + columns,
      Home: 0,
      End: count - 1,
    };
    const goal = goals[event.key];
    if (goal === undefined) return;
    event.preventDefault();
    if (goal < 0 || goal >= count) return;
    setActive(goal);
    element.current?.querySelectorAll<HTMLElement>('[data-testid="cell"]')[goal]?.focus();
  };
  return { active, setActive, onKeyDown };
}
