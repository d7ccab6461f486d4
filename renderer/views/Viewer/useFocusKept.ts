// Renderer: keys go on to be heard by the picture: a button that is clicked does not take them, and one that goes away does not lose them.

import { useEffect, type MouseEvent, type RefObject } from 'react';
import type { ItemKey } from '../../state/keys.js';

/** For a button that is clicked: Space goes on to play the video, and Enter does not press it again. */
export const keepFocus = (event: MouseEvent): void => event.preventDefault();

/** `finalFocus` of the menus of the bar: by mouse the keys are the picture's again, by keyboard they are where they were. */
export const focusAfterMenu = (closed: string): HTMLElement | boolean =>
  (closed !== 'keyboard' && document.querySelector<HTMLElement>('[data-viewer]')) || true;

/** When the button that had the focus goes away with its kind of file. */
export function useFocusKept(popup: RefObject<HTMLElement | null>, item: ItemKey): void {
  useEffect(() => {
    if (document.activeElement === document.body) popup.current?.focus();
  }, [popup, item]);
}
