// Renderer: keys go on to be heard by the picture: a button that is clicked does not take them, and one that goes away does not lose them.

import { useEffect, type MouseEvent, type RefObject } from 'react';
import type { ItemKey } from '../../state/keys.js';

/** For a button that is clicked: Space goes on to play the video, and Enter does not press it again. */
export const keepFocus = (event: MouseEvent): void => event.preventDefault();

/** `finalFocus` of the menus of the bar: by mouse the keys are the picture's again, by keyboard they are where they were. */
export const focusAfterMenu = (closed: string): HTMLElement | boolean =>
  (closed !== 'keyboard' && document.querySelector<HTMLElement>('[data-viewer]')) || true;

/** For what took the keys by a click: the picture has them again. */
export const keysBack = (from: Element): void => from.closest<HTMLElement>('[data-viewer]')?.focus();

const isVideo = (element: Element | null): element is HTMLVideoElement => element instanceof HTMLVideoElement;

/** When the button that had the focus goes away with its kind of file, or is behind the info panel or a video in full screen. */
export function useFocusKept(popup: RefObject<HTMLElement | null>, item: ItemKey, behind: boolean): void {
  useEffect(() => {
    const focused = document.activeElement;
    if (focused === document.body || focused?.closest('[inert]')) popup.current?.focus();
  }, [popup, item, behind]);
  useEffect(() => {
    // Around a video in full screen nothing can have the focus; the video hears the keys then.
    const follow = () => {
      const full = document.fullscreenElement;
      if (isVideo(full)) full.focus();
      else if (document.activeElement === document.body || isVideo(document.activeElement))
        popup.current?.focus();
    };
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, [popup]);
}
