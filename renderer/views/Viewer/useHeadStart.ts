// Renderer: a photo begins to load when its tile is pressed: it is opened when the button is let go, a tenth of a second
// later with most people.

import { useEffect } from 'react';
import { useApp } from '../../state/app.js';
import type { ItemKey } from '../../state/keys.js';
import { subjectOf } from './subject.js';
import { pictureOf } from './usePicture.js';
import type { ViewerState } from './viewerState.js';

/** What opens the viewer when it is clicked: tiles of the grid, cells of the mosaic. */
const OPENERS = ':is([data-testid="tile"], [data-testid="cell"])[data-item]';

export function useHeadStart({ photos }: ViewerState): void {
  const app = useApp();
  useEffect(() => {
    const press = (event: PointerEvent) => {
      const item = openedBy(event);
      // While files are selected a press selects.
      const subject = item === null || app.selection.count.get() > 0 ? null : subjectOf(app, item);
      if (subject?.kind === 'photo') pictureOf(photos, subject);
    };
    window.addEventListener('pointerdown', press, { capture: true });
    return () => window.removeEventListener('pointerdown', press, { capture: true });
  }, [app, photos]);
}

/** The file that the viewer will be opened with when the button is let go; null when it will not. */
function openedBy(event: PointerEvent): ItemKey | null {
  const { button, pointerType, shiftKey, ctrlKey, metaKey, target } = event;
  // A finger that is put down scrolls more often than it opens.
  if (
    pointerType === 'touch' ||
    button !== 0 ||
    shiftKey ||
    ctrlKey ||
    metaKey ||
    !(target instanceof Element)
  )
    return null;
  if (target.closest('[data-tile-action]')) return null;
  const opener = target.closest<HTMLElement>(OPENERS);
  return opener ? Number(opener.dataset['item']) : null;
}
