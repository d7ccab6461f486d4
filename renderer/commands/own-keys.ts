// Renderer: keys that a part of the window hears by itself while it has the focus, in one table: what each part does with its keys is
// typed by it, so that a key that is missing here or there does not compile, and the sheet of shortcuts lists them.

import type { Group } from './table.js';

/** By part of the sheet and name of a line (texts `ownKeys`): keys as events name them. */
export const OWN_KEYS = {
  flow: {
    move: ['ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'],
    open: ['Enter', ' ', 'ArrowDown'],
    up: ['ArrowUp', 'Backspace', 'Escape'],
    /** Stands for every letter and figure. */
    name: ['Letter'],
  },
  cards: {
    move: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'],
    /** Cards are buttons, which do this by themselves. */
    open: ['Enter', ' '],
    up: ['Backspace', 'Escape'],
  },
  timeline: {
    month: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
    year: ['PageUp', 'PageDown'],
    end: ['Home', 'End'],
  },
  tree: {
    move: ['ArrowUp', 'ArrowDown', 'Home', 'End'],
    fold: ['ArrowLeft', 'ArrowRight'],
    open: ['Enter', ' '],
    remove: ['Delete'],
  },
  /** Heard by the dialog that the viewer is. */
  viewer: { close: ['Escape'] },
} as const satisfies Partial<Readonly<Record<Group, Readonly<Record<string, readonly string[]>>>>>;

export type OwnGroup = keyof typeof OWN_KEYS;
/** The names of the lines of a part. */
export type OwnLine<G extends OwnGroup> = keyof (typeof OWN_KEYS)[G] & string;

type KeysOf<Lines, L extends keyof Lines> = Lines[L] extends readonly (infer K extends string)[] ? K : never;

/** The keys of a part, or of some of its lines. */
export type OwnKey<G extends OwnGroup, L extends OwnLine<G> = OwnLine<G>> = {
  [K in L]: KeysOf<(typeof OWN_KEYS)[G], K>;
}[L];

/** What a part says of a key, if that is one of its own. */
export const ofKey = <T>(all: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(all, key) ? all[key] : undefined;
