// Renderer: where the cards of the cover flow stand in space. Pure arithmetic.

/** Cards on each side of the one in the middle that can be seen. */
export const SIDES = 3;

/** Of the stage: how wide a card is, CSS pixels. */
export const cardSize = (width: number, height: number): number =>
  Math.round(Math.max(140, Math.min(600, width * 0.38, height * 0.7)));

export interface Stand {
  /** From the middle of the stage, CSS pixels. */
  readonly x: number;
  readonly z: number;
  /** Degrees around the upright axis. */
  readonly turn: number;
  readonly opacity: number;
}

/** Where a card stands that is `offset` cards right of the middle; parts of cards while it is moved. */
export function standOf(offset: number, size: number): Stand {
  const distance = Math.abs(offset);
  const near = Math.min(1, distance);
  const far = Math.max(0, distance - 1);
  const side = Math.sign(offset);
  return {
    x: side * size * (0.62 * near + 0.34 * far),
    z: -size * (0.42 * near + 0.16 * far),
    turn: -side * 52 * near,
    opacity: Math.max(0, Math.min(1, SIDES + 1 - distance)),
  };
}

/** The same without depth, for those who want no motion. */
export const flatStandOf = (offset: number, size: number): Stand => ({
  x: offset * size * 1.06,
  z: 0,
  turn: 0,
  opacity: Math.abs(offset) > SIDES ? 0 : 1,
});

/** Whether a key can begin or go on with a name; signs are for commands. */
export const isTypedTo = (key: string): boolean => /^[\p{L}\p{N}]$/u.test(key);

/** The first card after `from` whose name begins with what was typed, around the end; -1 when none does. */
export function typedTo(names: readonly string[], from: number, typed: string): number {
  const wanted = typed.toLocaleLowerCase();
  for (let step = 0; step < names.length; step++) {
    const index = (from + step) % names.length;
    if (names[index]!.toLocaleLowerCase().startsWith(wanted)) return index;
  }
  return -1;
}
