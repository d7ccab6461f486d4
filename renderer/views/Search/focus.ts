// Renderer: the way of the keyboard from the search field to what was found, and back.

export const SEARCH_ID = 'search';

/** Puts the keyboard into the search field, with what stands there selected; false where there is none. */
export function focusSearch(): boolean {
  const field = document.getElementById(SEARCH_ID);
  if (!(field instanceof HTMLInputElement)) return false;
  field.focus();
  field.select();
  return true;
}

/** Puts the keyboard onto the pictures. */
export function focusGrid(): void {
  const grid = document.querySelector('[role="listbox"]');
  const tile =
    grid?.querySelector<HTMLElement>('[tabindex="0"]') ?? grid?.querySelector<HTMLElement>('[role="option"]');
  if (tile) tile.focus();
  else (document.activeElement as HTMLElement | null)?.blur();
}
