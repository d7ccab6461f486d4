// Renderer: what has just opened is seen a moment before it listens; an Escape of that moment is given to it as soon as it does.

/** What lies over the pictures and has the keys; no longer while it fades. */
export const OVER = ':is([role="dialog"], [role="alertdialog"], [role="menu"]):not([data-closed])';

/** To be told of keys that nobody has taken. */
export function giveEscapeLater(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || !event.isTrusted || event.isComposing || event.defaultPrevented) return;
  const top = [...document.querySelectorAll(OVER)].at(-1);
  // What has the keyboard and takes no Escape wants it so.
  if (top === undefined || top.contains(document.activeElement)) return;
  whenItHasKeyboard(top, () =>
    top.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })),
  );
}

/** Frames within which it has the keyboard, or never. */
const FRAMES = 30;

function whenItHasKeyboard(element: Element, then: () => void, frames = FRAMES): void {
  if (frames === 0 || !element.isConnected) return;
  if (element.contains(document.activeElement)) then();
  else requestAnimationFrame(() => whenItHasKeyboard(element, then, frames - 1));
}
