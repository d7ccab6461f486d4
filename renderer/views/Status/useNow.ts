// Renderer: the time, refreshed as often as "12 s ago" needs it.

import { useEffect, useState } from 'react';

/** Milliseconds since 1970; ticks every few seconds in the first minute after `since`, later twice a minute. */
export function useNow(since: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const young = Date.now() - since < 60_000;
    const timer = setTimeout(() => setNow(Date.now()), young ? 4000 : 30_000);
    return () => clearTimeout(timer);
  }, [now, since]);
  return Math.max(now, since);
}
