// Runs in main: which of our flags a mistyped one was meant to be. Chromium has a thousand switches of its own, and ignores
// what it does not know: only what is nearly one of ours can be told to be a mistake.

/** Letters that may be wrong in a name of `length` letters: with more, short switches of Chromium would be taken for ours. */
const tolerated = (length: number): number => (length < 6 ? 1 : 2);

/** The name among `known` that is nearest to `typed`; null when none is near enough for a slip of the fingers. */
export function nearest(typed: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let least = tolerated(typed.length) + 1;
  for (const name of known) {
    const slips = Math.abs(name.length - typed.length) < least ? slipsBetween(typed, name) : least;
    if (slips < least) [best, least] = [name, slips];
  }
  return best;
}

/** Letters to be changed, added, left out or swapped with their neighbour to come from one text to the other. */
export function slipsBetween(from: string, to: string): number {
  let twoAbove: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const line = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let slips = Math.min(above[column - 1]! + (same ? 0 : 1), above[column]! + 1, line[column - 1]! + 1);
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1])
        slips = Math.min(slips, twoAbove[column - 2]! + 1);
      line.push(slips);
    }
    [twoAbove, above] = [above, line];
  }
  return above[to.length]!;
}
