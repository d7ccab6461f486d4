// Renderer: from a key press to what it does.

import { isMac } from './keys.js';
import type { Commands } from './registry.js';
import { commandsFor, specOf, type CommandId, type Scope } from './table.js';

/** Where text is typed, letters are letters. */
export const TYPED =
  'input:not([type="range"]):not([type="checkbox"]):not([type="radio"]), textarea, [contenteditable="true"]';

/** With Ctrl or Cmd. */
const EDITING = [
  ...['a', 'c', 'x', 'v', 'z', 'y', ' ', 'Backspace', 'Delete', 'Home', 'End'],
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Enter'],
];

/** Whether text is being typed. */
export const isTyping = (): boolean => document.activeElement?.closest(TYPED) != null;

/** Whether words are marked and the key copies: they are what a person wants to have. */
const copiesWords = ({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'c' &&
  (ctrlKey || metaKey) &&
  !(shiftKey || altKey) &&
  window.getSelection()?.isCollapsed === false;

/** Whether a key belongs to what has the focus: text that is typed or marked, a button that is pressed, a slider. */
export function isTaken(event: KeyboardEvent): boolean {
  const { target, key } = event;
  if (copiesWords(event)) return true;
  if (!(target instanceof Element)) return false;
  if (target.closest(TYPED) !== null) {
    // Of keys with Ctrl or Cmd only those that edit.
    const mod = event.ctrlKey || event.metaKey;
    return mod ? EDITING.includes(key.length === 1 ? key.toLowerCase() : key) : !event.altKey || isMac();
  }
  // A button is pressed by these keys alone; with Ctrl or Cmd they are commands.
  if ((key !== ' ' && key !== 'Enter') || event.ctrlKey || event.metaKey) return false;
  return target.closest('button, a, summary, [role^="menuitem"], [role="slider"], input') !== null;
}

/**
 * Whether it is an arrow with Alt, Ctrl or Cmd. Commands have those first: buttons of menus and sliders take every arrow for their own,
 * whatever is pressed with it.
 */
export const isArrowWithMore = ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  key.startsWith('Arrow') && (altKey || ctrlKey || metaKey);

/** A video that its own controls have put in full screen is all that can be seen: nothing else is changed. */
export const canBeSeen = (id: CommandId): boolean =>
  !(document.fullscreenElement instanceof HTMLVideoElement) ||
  specOf(id).scope === 'video' ||
  id === 'turnRight' ||
  id === 'turnLeft';

/** Runs the first command of these scopes that a key means and that has something to do; whether there was one. */
export function press(
  commands: Commands,
  event: KeyboardEvent,
  scopes: readonly Scope[],
  allowed: (id: CommandId) => boolean = () => true,
): boolean {
  if (event.defaultPrevented || isTaken(event)) return false;
  for (const id of commandsFor(event, scopes)) {
    if (!allowed(id)) continue;
    // A held key does once what cannot be meant twice, and then nothing else.
    if (!(event.repeat && specOf(id).repeats !== true) && !commands.run(id)) continue;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }
  return false;
}
