// Renderer: tells main what the viewer shows and has next to it, so that nothing is made of what was only leafed over.

import { useEffect } from 'react';
import { useApp } from '../../state/app.js';
import type { ItemKey } from '../../state/keys.js';
import { filesOf } from '../../state/marks.js';

export function useViewed(item: ItemKey, previous: ItemKey | null, next: ItemKey | null): void {
  const { gallery, notices } = useApp();
  useEffect(() => {
    const keys = [item, previous, next].filter((key) => key !== null);
    gallery.call('thumbnails.view', [...filesOf(keys)]).catch(notices.report);
  }, [gallery, notices, item, previous, next]);
  useEffect(
    () => () => {
      gallery.call('thumbnails.view', []).catch(notices.report);
    },
    [gallery, notices],
  );
}
