// Renderer: groups of commands that stand in the application menu and in menus of the window, in one order.

import type { MediaKind } from '../../electron/shared/media.js';
import { ORDERS, SORTS, type Sort } from '../state/view.js';
import { specOf, type CommandId } from './table.js';

/** Between two groups stands a line. */
export type Groups = readonly (readonly CommandId[])[];

/** The orders, those of the same thing in one group. */
export const SORTS_APART: readonly (readonly Sort[])[] = SORTS.reduce<Sort[][]>((groups, sort, index) => {
  const other = index === 0 || ORDERS[sort].by !== ORDERS[SORTS[index - 1]!].by;
  if (other) groups.push([]);
  groups.at(-1)!.push(sort);
  return groups;
}, []);

export const SORT_GROUPS: Groups = SORTS_APART.map((group) => group.map((sort) => `sort-${sort}` as const));

/** What has to do with the order, below the orders. */
export const REORDERING = ['shuffleAgain', 'reorder', 'sort'] as const satisfies readonly CommandId[];

/** Which files are shown: the first group has one that holds. */
export const SHOW_GROUPS: Groups = [
  ['show-all', 'show-photo', 'show-video'],
  ['showFavourites', 'showRated', 'showLocated'],
  ['filter', 'clearFilters'],
];

/** How large the pictures of the grid are. */
export const SIZES = ['larger', 'smaller', 'usual'] as const satisfies readonly CommandId[];

/** From one file to the next in the viewer. */
export const LEAFING = ['previous', 'next', 'viewFirst', 'viewLast'] as const satisfies readonly CommandId[];

/** How a slideshow goes on. */
export const SHOWING_GROUPS: Groups = [['showSlower', 'showFaster'], ['showShuffled']];

/** How a file is looked at in the viewer. */
export const VIEWER_GROUPS: Groups = [
  ['info', 'wholeMap', 'filmstrip'],
  ['zoomIn', 'zoomOut', 'actualSize'],
  ['turnRight', 'turnLeft'],
  ['live'],
];

export const PLAYBACK_GROUPS: Groups = [
  ['play', 'back', 'forth', 'frameBack', 'frameForth'],
  ['slower', 'faster', 'loop'],
  ['louder', 'quieter', 'mute'],
];

/** The groups with only some of their commands; those without any are left out. */
const groupsOf = (groups: Groups, isMeant: (id: CommandId) => boolean): Groups =>
  groups.map((group) => group.filter(isMeant)).filter((group) => group.length > 0);

/** What the menu of a file in the viewer has at once; the others stand in a menu in it. */
const AT_ONCE: readonly CommandId[] = ['info', 'actualSize', 'turnRight', 'turnLeft'];

/** The commands of the viewer that a file of a kind knows: at once, and behind "View". */
export function viewing(kind: MediaKind): { readonly atOnce: Groups; readonly more: Groups } {
  const known = groupsOf(VIEWER_GROUPS, (id) => kind === 'photo' || specOf(id).scope !== 'photo');
  return {
    atOnce: groupsOf(known, (id) => AT_ONCE.includes(id)),
    more: groupsOf(known, (id) => !AT_ONCE.includes(id)),
  };
}
