// Renderer: large photos that may be the next, painted where nobody sees them: that decodes them as large as they will be
// shown, and off the page's thread, which nothing else does.

import { useEffect, useLayoutEffect, useReducer, useRef } from 'react';
import { useApp } from '../../state/app.js';
import type { Picture } from './pictures.js';
import { useSettled } from './usePicture.js';
import styles from './Stage.module.css';

export function Ahead({ pictures }: { readonly pictures: readonly Picture[] }) {
  const { gallery } = useApp();
  const [, again] = useReducer((count: number) => count + 1, 0);
  useSettled(pictures, again);
  const holder = useRef<HTMLDivElement>(null);
  const ready = pictures
    .filter(({ large, state }) => large && state === 'ready')
    .map(({ element }) => element);
  useLayoutEffect(() => {
    const place = holder.current!;
    for (const old of [...place.children]) if (!ready.includes(old as HTMLImageElement)) old.remove();
    for (const element of ready) {
      // One that has just become the picture of the viewer stays there.
      if (element.isConnected) continue;
      element.className = styles.photo!;
      delete element.dataset['testid'];
      place.append(element);
    }
  });
  useEffect(
    () =>
      gallery.on('memory.relieved', () => {
        // What comes into the page anew is painted anew.
        holder.current!.replaceChildren();
        again();
      }),
    [gallery],
  );
  return (
    <div className={styles.ahead} aria-hidden>
      <div ref={holder} data-testid="viewer-ahead" />
    </div>
  );
}
