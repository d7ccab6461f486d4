// Renderer: everything one can do, in one table: what it is called follows from its name (texts `commands`), its keys and where
// they count stand here; what it does is said by whoever has the means (`registry.ts`). Menus and the sheet of shortcuts are made
// from it.

import type { PlaceKind } from '../state/places.js';
import type { Sort } from '../state/view.js';
import { texts } from '../texts.js';
import { isMac, normal, pressed, shown, type KeyPress } from './keys.js';

/**
 * Where the keys of a command count. `window`: anywhere but in dialogs; `files`: where files are selected, focused, in
 * the viewer, or shown at all; `grid`: among the tiles;
 * `pages`: where the grid is in pages; the others in the viewer, with a photo or a video before all.
 */
export type Scope = 'window' | 'files' | 'grid' | 'pages' | 'viewer' | 'photo' | 'video';

/** The parts of the sheet, in its order. */
export const GROUPS = [
  'go',
  'show',
  'move',
  'select',
  'files',
  'view',
  'flow',
  'cards',
  'timeline',
  'tree',
  'viewer',
  'video',
  'library',
] as const;
export type Group = (typeof GROUPS)[number];

interface Spec {
  readonly scope: Scope;
  readonly group: Group;
  /** Other parts of the sheet where a person would look for it. */
  readonly also?: readonly Group[];
  /** The first one is shown in menus. */
  readonly keys: readonly string[];
  /** In the place of `keys` on macOS. */
  readonly mac?: readonly string[];
  /** Also behind the viewer and other dialogs. */
  readonly everywhere?: true;
  /** Commands with the same row share one line of the sheet. */
  readonly row?: Row;
  /** Again and again while the key is held. */
  readonly repeats?: true;
  /** Has a mark in menus while it holds. */
  readonly marked?: true;
}

export type Row = 'move' | 'extend' | 'rate' | 'pan';

const move = { scope: 'grid', group: 'move', row: 'move', repeats: true } as const;
const extend = { scope: 'grid', group: 'select', row: 'extend', repeats: true } as const;
const pan = { scope: 'photo', group: 'viewer', row: 'pan', repeats: true } as const;
const order = { scope: 'window', group: 'show', marked: true } as const;
const rate = { scope: 'files', group: 'files', row: 'rate', marked: true } as const;
/** Of the files, or of the folder that has the focus. */
const path = { scope: 'files', group: 'files', also: ['flow', 'cards', 'tree'] } as const;
const seek = { scope: 'video', group: 'video', repeats: true } as const;

export const COMMANDS = {
  left: { ...move, keys: ['ArrowLeft'] },
  right: { ...move, keys: ['ArrowRight'] },
  up: { ...move, keys: ['ArrowUp'] },
  down: { ...move, keys: ['ArrowDown'] },
  first: { ...move, keys: ['Home'] },
  last: { ...move, keys: ['End'] },
  pageUp: { ...move, keys: ['PageUp'] },
  pageDown: { ...move, keys: ['PageDown'] },
  previousPage: { scope: 'pages', group: 'move', keys: ['Mod+PageUp'], repeats: true },
  nextPage: { scope: 'pages', group: 'move', keys: ['Mod+PageDown'], repeats: true },
  open: { scope: 'files', group: 'move', keys: ['Enter', 'Space'] },

  goBack: { scope: 'window', group: 'go', keys: ['Alt+ArrowLeft'], mac: ['Mod+['], everywhere: true },
  goForward: { scope: 'window', group: 'go', keys: ['Alt+ArrowRight'], mac: ['Mod+]'], everywhere: true },
  folderUp: { scope: 'window', group: 'go', keys: ['Alt+ArrowUp'], mac: ['Mod+ArrowUp'] },
  home: { scope: 'window', group: 'go', keys: ['Mod+1'] },
  all: { scope: 'window', group: 'go', keys: ['Mod+2'] },
  browse: { scope: 'window', group: 'go', keys: ['Mod+3'] },
  favourites: { scope: 'window', group: 'go', keys: ['Mod+4'] },
  videos: { scope: 'window', group: 'go', keys: ['Mod+5'] },
  shuffle: { scope: 'window', group: 'go', keys: ['Mod+6'] },
  newest: { scope: 'window', group: 'go', keys: ['Mod+7'] },
  recent: { scope: 'window', group: 'go', keys: ['Mod+8'] },
  duplicates: { scope: 'window', group: 'go', keys: ['Mod+9'] },
  day: { scope: 'window', group: 'go', keys: ['Mod+D'] },
  search: { scope: 'window', group: 'go', keys: ['Mod+F'] },
  searchEverywhere: { scope: 'window', group: 'go', keys: ['Mod+Shift+G'] },

  sort: { scope: 'window', group: 'show', keys: ['Mod+Shift+S'] },
  'sort-newest': { ...order, keys: ['Alt+1'] },
  'sort-oldest': { ...order, keys: ['Alt+2'] },
  'sort-name': { ...order, keys: ['Alt+3'] },
  'sort-name-down': { ...order, keys: ['Alt+4'] },
  'sort-largest': { ...order, keys: ['Alt+5'] },
  'sort-smallest': { ...order, keys: ['Alt+6'] },
  'sort-type': { ...order, keys: ['Alt+7'] },
  'sort-type-down': { ...order, keys: ['Alt+8'] },
  'sort-shuffle': { ...order, keys: ['Alt+9'] },
  shuffleAgain: { scope: 'window', group: 'show', keys: ['Alt+0'] },
  reorder: { scope: 'window', group: 'show', keys: ['Mod+Shift+J'] },
  filter: { scope: 'window', group: 'show', keys: ['Mod+Shift+F'] },
  'show-all': { ...order, keys: ['Alt+Shift+1'] },
  'show-photo': { ...order, keys: ['Alt+Shift+2'] },
  'show-video': { ...order, keys: ['Alt+Shift+3'] },
  showFavourites: { ...order, keys: ['Alt+Shift+4'] },
  showRated: { ...order, keys: ['Alt+Shift+5'] },
  showLocated: { ...order, keys: ['Alt+Shift+6'] },
  clearFilters: { scope: 'window', group: 'show', keys: ['Alt+Shift+0'] },
  cards: { scope: 'window', group: 'show', keys: ['Mod+Shift+B'], marked: true },

  selectAll: { scope: 'window', group: 'select', keys: ['Mod+A'] },
  toggleSelected: { scope: 'grid', group: 'select', keys: ['X', 'Mod+Space'], mac: ['X'] },
  extendLeft: { ...extend, keys: ['Shift+ArrowLeft'] },
  extendRight: { ...extend, keys: ['Shift+ArrowRight'] },
  extendUp: { ...extend, keys: ['Shift+ArrowUp'] },
  extendDown: { ...extend, keys: ['Shift+ArrowDown'] },
  extendFirst: { ...extend, keys: ['Shift+Home'] },
  extendLast: { ...extend, keys: ['Shift+End'] },
  clearSelection: { scope: 'window', group: 'select', keys: ['Escape'] },

  favourite: { scope: 'files', group: 'files', keys: ['F'], marked: true },
  rate0: { ...rate, keys: ['0'] },
  rate1: { ...rate, keys: ['1'] },
  rate2: { ...rate, keys: ['2'] },
  rate3: { ...rate, keys: ['3'] },
  rate4: { ...rate, keys: ['4'] },
  rate5: { ...rate, keys: ['5'] },
  tag: { scope: 'files', group: 'files', keys: ['T'] },
  copyFiles: { scope: 'files', group: 'files', keys: ['Mod+C'] },
  copyPath: { ...path, keys: ['Mod+Shift+C'] },
  copyPlace: { scope: 'files', group: 'files', keys: ['Mod+G'] },
  showInFolder: { ...path, keys: ['Mod+Shift+Enter'] },
  openExternally: { scope: 'files', group: 'files', keys: ['Mod+Enter'] },
  rebuildThumbnail: { scope: 'files', group: 'files', keys: ['Mod+Shift+R'] },
  hideFolder: { scope: 'files', group: 'files', keys: ['Mod+Shift+H'] },
  showFolder: { scope: 'window', group: 'files', keys: ['Mod+Shift+V'] },
  undo: { scope: 'window', group: 'files', keys: ['Mod+Z'], everywhere: true },
  trash: { scope: 'files', group: 'files', keys: ['Delete'], mac: ['Mod+Backspace', 'Delete'] },

  larger: { scope: 'window', group: 'view', keys: ['Mod++', 'Mod+='], repeats: true },
  smaller: { scope: 'window', group: 'view', keys: ['Mod+-', 'Mod+_'], repeats: true },
  usual: { scope: 'window', group: 'view', keys: ['Mod+0'] },
  sidebar: { scope: 'window', group: 'view', keys: ['Mod+B'] },
  foldSidebar: { scope: 'window', group: 'view', keys: ['Mod+Shift+D'], marked: true },
  // Done by the menu of the system.
  fullScreen: { scope: 'window', group: 'view', keys: ['F11'], mac: ['Control+Mod+F'], everywhere: true },

  previous: { scope: 'viewer', group: 'viewer', keys: ['ArrowLeft'], repeats: true },
  next: { scope: 'viewer', group: 'viewer', keys: ['ArrowRight'], repeats: true },
  viewFirst: { scope: 'viewer', group: 'viewer', keys: ['Home'] },
  viewLast: { scope: 'viewer', group: 'viewer', keys: ['End'] },
  zoomIn: { scope: 'photo', group: 'viewer', keys: ['+', '=', 'Mod++', 'Mod+='], repeats: true },
  zoomOut: { scope: 'photo', group: 'viewer', keys: ['-', '_', 'Mod+-', 'Mod+_'], repeats: true },
  actualSize: { scope: 'photo', group: 'viewer', keys: ['Z'] },
  panLeft: { ...pan, keys: ['ArrowLeft'] },
  panRight: { ...pan, keys: ['ArrowRight'] },
  panUp: { ...pan, keys: ['ArrowUp'] },
  panDown: { ...pan, keys: ['ArrowDown'] },
  turnRight: { scope: 'viewer', group: 'viewer', keys: ['R'] },
  turnLeft: { scope: 'viewer', group: 'viewer', keys: ['Shift+R'] },
  live: { scope: 'photo', group: 'viewer', keys: ['L'] },
  slideshow: { scope: 'files', group: 'files', also: ['viewer'], keys: ['S', 'F5'] },
  showSlower: { scope: 'viewer', group: 'viewer', keys: ['Shift+ArrowDown'], repeats: true },
  showFaster: { scope: 'viewer', group: 'viewer', keys: ['Shift+ArrowUp'], repeats: true },
  showShuffled: { scope: 'viewer', group: 'viewer', keys: ['Shift+S'], marked: true },
  info: { scope: 'viewer', group: 'viewer', keys: ['I'], marked: true },
  wholeMap: { scope: 'viewer', group: 'viewer', keys: ['W'], marked: true },
  filmstrip: { scope: 'viewer', group: 'viewer', keys: ['B'], marked: true },

  play: { scope: 'video', group: 'video', keys: ['K', 'Space'] },
  back: { ...seek, keys: ['J'] },
  forth: { ...seek, keys: ['L'] },
  frameBack: { ...seek, keys: [','] },
  frameForth: { ...seek, keys: ['.'] },
  mute: { scope: 'video', group: 'video', keys: ['M'] },
  louder: { ...seek, keys: ['ArrowUp'] },
  quieter: { ...seek, keys: ['ArrowDown'] },
  slower: { scope: 'video', group: 'video', keys: ['<', '['] },
  faster: { scope: 'video', group: 'video', keys: ['>', ']'] },
  loop: { scope: 'video', group: 'video', keys: ['O'] },

  newWindow: { scope: 'window', group: 'library', keys: ['Mod+N'], everywhere: true },
  // These too are done by the menu of the system.
  closeWindow: { scope: 'window', group: 'library', keys: ['Mod+W'], everywhere: true },
  minimize: { scope: 'window', group: 'library', keys: ['Mod+M'], everywhere: true },
  quit: { scope: 'window', group: 'library', keys: ['Mod+Q'], everywhere: true },
  chooseFolder: { scope: 'window', group: 'library', keys: ['Mod+O'], everywhere: true },
  checkDisk: { scope: 'window', group: 'library', keys: ['Mod+R'], everywhere: true },
  checkFolder: { scope: 'window', group: 'library', keys: ['Mod+Shift+K'] },
  keepFolder: { scope: 'window', group: 'library', keys: ['Mod+Shift+A'] },
  removeFolder: {
    ...{ scope: 'window', group: 'library', keys: ['Mod+Shift+Delete'], mac: ['Mod+Shift+Backspace'] },
  },
  activity: {
    ...{ scope: 'window', group: 'library', keys: ['Mod+Shift+M'] },
    ...{ everywhere: true, marked: true },
  },
  problems: { scope: 'window', group: 'library', keys: ['Mod+Shift+P'] },
  pauseThumbnails: {
    ...{ scope: 'window', group: 'library', keys: ['Mod+Shift+Y'] },
    ...{ everywhere: true, marked: true },
  },
  retryThumbnails: { scope: 'window', group: 'library', keys: ['Mod+Shift+N'], everywhere: true },
  clearThumbnails: { scope: 'window', group: 'library', keys: ['Mod+Shift+T'] },
  restartWorkers: { scope: 'window', group: 'library', keys: ['Mod+J'], everywhere: true },
  dropCaches: { scope: 'window', group: 'library', keys: ['Mod+Shift+X'], everywhere: true },
  settings: { scope: 'window', group: 'library', keys: ['Mod+,'], everywhere: true },
  checkUpdates: { scope: 'window', group: 'library', keys: ['Mod+U'] },
  downloadUpdate: { scope: 'window', group: 'library', keys: ['Mod+E'], everywhere: true },
  exportMarks: { scope: 'window', group: 'library', keys: ['Mod+Shift+E'] },
  importMarks: { scope: 'window', group: 'library', keys: ['Mod+Shift+O'] },
  copyDiagnostics: { scope: 'window', group: 'library', keys: ['Mod+I'], everywhere: true },
  copyDiagnosticsWithPaths: { scope: 'window', group: 'library', keys: ['Mod+K'], everywhere: true },
  // In the menu it is main's own, which opens it for a window that has failed as well.
  openLog: { scope: 'window', group: 'library', keys: ['Mod+L'], everywhere: true },
  licences: { scope: 'window', group: 'library', keys: ['Mod+Shift+L'] },
  shortcuts: { scope: 'window', group: 'library', keys: ['?'] },
} as const satisfies Readonly<Record<string, Spec>>;

export type CommandId = keyof typeof COMMANDS;
/** The commands of a scope. */
export type CommandIn<S extends Scope> = {
  [K in CommandId]: (typeof COMMANDS)[K]['scope'] extends S ? K : never;
}[CommandId];

/** The commands of a part of the sheet. */
export type CommandOf<G extends Group> = {
  [K in CommandId]: (typeof COMMANDS)[K]['group'] extends G ? K : never;
}[CommandId];

export const COMMAND_IDS = Object.keys(COMMANDS) as readonly CommandId[];

export const specOf = (id: CommandId): Spec => COMMANDS[id];

/** The commands that say in which order files are shown. */
export type SortCommand = `sort-${Sort}`;

/** The commands that lead to a place. */
type PlaceCommand = Extract<CommandId, PlaceKind>;

const isPlace = (id: CommandId): id is PlaceCommand => id in texts.placeNames;

/** What a command is called; orders and places have the names that they have everywhere. */
export function commandName(id: CommandId): string {
  if (id.startsWith('sort-')) return texts.sort(id.slice('sort-'.length) as Sort);
  if (isPlace(id)) return texts.placeName(id);
  return texts.commands[id as Exclude<CommandId, SortCommand | PlaceCommand>];
}

/** The keys of a command on this system. */
export function keysOf(id: CommandId, mac = isMac()): readonly string[] {
  const { keys, mac: own } = specOf(id);
  return (mac ? own : undefined) ?? keys;
}

/** Its first keys as a person reads them. */
export const shortcut = (id: CommandId, mac = isMac()): string => shown(keysOf(id, mac)[0]!, mac);

/** The same of several commands, for what does more than one thing. */
export const shortcuts = (...ids: readonly CommandId[]): string => ids.map((id) => shortcut(id)).join(', ');

/** The commands of some scopes that a key press means, those of the first scope first. */
export function commandsFor(event: KeyPress, scopes: readonly Scope[], mac = isMac()): readonly CommandId[] {
  const press = pressed(event, mac);
  if (press === null) return [];
  return scopes.flatMap((scope) =>
    COMMAND_IDS.filter(
      (id) => specOf(id).scope === scope && keysOf(id, mac).some((keys) => normal(keys) === press),
    ),
  );
}
