// Renderer: key presses as text ("Mod+Shift+C"), as the table of commands writes them, and how a person reads them. `Mod` is
// Ctrl, on macOS Cmd.

import { texts } from '../texts.js';

export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> &
  Partial<Pick<KeyboardEvent, 'code'>>;

export const isMac = (): boolean => navigator.platform.startsWith('Mac');

/** What a key press is called in the table; null where it can be no command. */
export function pressed(event: KeyPress, mac = isMac()): string | null {
  const { key, altKey, shiftKey } = event;
  const mod = mac ? event.metaKey : event.ctrlKey;
  // The other of the two means something else to the system.
  if (mac ? event.ctrlKey : event.metaKey) return null;
  // With Alt, figures are other signs on some systems, with Shift on most keyboards.
  const figure = altKey && !mod ? /^Digit(\d)$/.exec(event.code ?? '')?.[1] : undefined;
  const name = figure ?? (key === ' ' ? 'Space' : key.length === 1 ? key.toLowerCase() : key);
  // Signs are typed with Shift on some keyboards and without on others.
  const shift = shiftKey && (figure !== undefined || name.length > 1 || /^\p{L}$/u.test(name));
  return [mod && 'Mod', altKey && 'Alt', shift && 'Shift', name].filter(Boolean).join('+');
}

/** The parts of a key of the table: the last one may be a plus sign. */
const partsOf = (keys: string): string[] => {
  const parts = keys.replace(/\+$/, 'Plus').split('+');
  return parts.map((part) => (part === 'Plus' ? '+' : part));
};

/** The key names of the table, as {@link pressed} writes them. */
export const normal = (keys: string): string =>
  partsOf(keys)
    .map((part) => (part.length === 1 ? part.toLowerCase() : part))
    .join('+');

const SIGNS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  '-': '−',
};
const MAC_SIGNS: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Control: '⌃',
  Shift: '⇧',
  Alt: '⌥',
  Backspace: '⌫',
  Delete: '⌦',
};

/** As a person reads it: Ctrl+B, on macOS ⌘B. */
export function shown(keys: string, mac = isMac()): string {
  const names: Readonly<Record<string, string>> = texts.keyNames;
  const parts = partsOf(keys).map((part) => {
    if (mac && MAC_SIGNS[part] !== undefined) return MAC_SIGNS[part];
    return SIGNS[part] ?? names[part] ?? part.toUpperCase();
  });
  return parts.join(mac ? '' : '+');
}

const ACCELERATORS: Readonly<Record<string, string>> = {
  Mod: 'CmdOrCtrl',
  '+': 'Plus',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  Escape: 'Esc',
};

/** As menus of the system want it. */
export const accelerator = (keys: string): string =>
  partsOf(keys)
    .map((part) => ACCELERATORS[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join('+');
