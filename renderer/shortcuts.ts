// Renderer: the keys that work everywhere in the window, in one table.

export type Shortcut =
  | (
      | 'choose'
      | 'window'
      | 'search'
      | 'sidebar'
      | 'larger'
      | 'smaller'
      | 'usual'
      | 'refresh'
      | 'activity'
      | 'settings'
    )
  | ('home' | 'all' | 'browse' | 'favourites' | 'videos' | 'shuffle');

interface Keys {
  /** Values of KeyboardEvent.key, lower case. */
  readonly keys: readonly string[];
  readonly shown: string;
  readonly shift?: boolean;
}

const SHORTCUTS: Readonly<Record<Shortcut, Keys>> = {
  choose: { keys: ['o'], shown: 'O' },
  search: { keys: ['f'], shown: 'F' },
  window: { keys: ['n'], shown: 'N' },
  sidebar: { keys: ['b'], shown: 'B' },
  larger: { keys: ['+', '='], shown: '+' },
  smaller: { keys: ['-', '_'], shown: '−' },
  usual: { keys: ['0'], shown: '0' },
  refresh: { keys: ['r'], shown: 'R' },
  activity: { keys: ['m'], shown: 'Shift+M', shift: true },
  home: { keys: ['1'], shown: '1' },
  all: { keys: ['2'], shown: '2' },
  browse: { keys: ['3'], shown: '3' },
  favourites: { keys: ['4'], shown: '4' },
  videos: { keys: ['5'], shown: '5' },
  shuffle: { keys: ['6'], shown: '6' },
  settings: { keys: [','], shown: ',' },
};

const isMac = (): boolean => navigator.platform.startsWith('Mac');

/** What stands before a key that is pressed with it: Ctrl+, on macOS ⌘. */
export const modifier = (): string => (isMac() ? '⌘' : 'Ctrl+');

/** A shortcut as a person reads it: Ctrl+B, on macOS ⌘B. */
export const keysFor = (shortcut: Shortcut): string =>
  isMac() ? `⌘${SHORTCUTS[shortcut].shown}` : `Ctrl+${SHORTCUTS[shortcut].shown}`;

/** The shortcut that a key press means, if any. */
export function shortcutOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  mac = isMac(),
): Shortcut | null {
  if (event.altKey || (mac ? !event.metaKey : !event.ctrlKey)) return null;
  const key = event.key.toLowerCase();
  const found = Object.entries(SHORTCUTS).find(([, { keys }]) => keys.includes(key));
  if (found === undefined) return null;
  const [shortcut, { shift = false }] = found;
  // Shift is only part of typing + and _.
  const typed = !/^[a-z0-9]$/.test(key);
  return typed || event.shiftKey === shift ? (shortcut as Shortcut) : null;
}
