// Renderer: whether something is still not there after as long as one waits without being told.

import { useEffect, useState } from 'react';
import { PATIENCE } from '../state/patience.js';

export function useLate(waiting: boolean): boolean {
  const [late, setLate] = useState(false);
  // Whoever waits anew is patient again.
  if (late && !waiting) setLate(false);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [waiting]);
  return late && waiting;
}
