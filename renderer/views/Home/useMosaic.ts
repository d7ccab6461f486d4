// Renderer: the life of the mosaic. It rests while nobody can see it or motion is not wanted, and costs nothing then.

import { useEffect, useState } from 'react';
import { useApp } from '../../state/app.js';
import { idOfKey, rootOfKey, type ItemKey } from '../../state/keys.js';
import { useSelected, useStore } from '../../state/store.js';
import { change, fill, type Random } from './mosaic.js';

/** Milliseconds between two changes. */
const INTERVAL = 10_000;

const CALM = '(prefers-reduced-motion: reduce)';

/** The pictures of `count` cells; fewer when the library is empty. What is `held` (numbers of cells) stays. */
export function useMosaic(
  count: number,
  held: () => ReadonlySet<number>,
  random: Random = Math.random,
): readonly ItemKey[] {
  const { items, library, thumbnails, view } = useApp();
  const { keys } = useStore(items);
  // Behind the viewer nothing needs to move.
  const covered = useSelected(view, ({ item, problems }) => item !== null || problems);
  const [cells, setCells] = useState<readonly ItemKey[]>([]);
  const isGood = (item: ItemKey): boolean =>
    library.listing(rootOfKey(item))?.has(idOfKey(item)) === true && thumbnails.state(item) !== 'failed';

  useEffect(() => {
    setCells((now) => fill(now, count, keys, isGood, random));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what is good is looked up in stores that stay the same
  }, [count, keys, random]);

  useEffect(() => {
    if (count === 0 || covered) return undefined;
    const calm = matchMedia(CALM);
    let timer: ReturnType<typeof setInterval> | undefined;
    const tick = () => {
      const kept = held();
      setCells((now) => {
        const { keys: all } = items.get();
        return change(fill(now, count, all, isGood, random), all, isGood, random, kept);
      });
    };
    const look = () => {
      clearInterval(timer);
      timer = document.hidden || calm.matches ? undefined : setInterval(tick, INTERVAL);
    };
    look();
    document.addEventListener('visibilitychange', look);
    calm.addEventListener('change', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      calm.removeEventListener('change', look);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- as above
  }, [count, covered, held, items, random]);
  return cells;
}
