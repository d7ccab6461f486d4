// Renderer: the way of a command to what opens from a button of the toolbar.

export const SORT_BUTTON = 'sort-button';
export const FILTER_BUTTON = 'filter-button';

/** Presses a button of the toolbar, as a person would; false where it is not there. */
export function pressButton(id: typeof SORT_BUTTON | typeof FILTER_BUTTON): boolean {
  const button = document.getElementById(id);
  if (!button) return false;
  // Where the keyboard is afterwards.
  button.focus();
  button.click();
  return true;
}
