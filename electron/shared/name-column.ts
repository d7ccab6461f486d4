// Shared by main and the window: the names of a listing's rows. They stay joined as they came and are cut out when
// asked for: 100,000 strings of their own would take longer to make than all other columns together.

import { joinNames } from './listing-rows.js';

const NUL = '\0';

/** Where each name begins in a joined text; one more entry holds where a next one would. */
function startsOf(joined: string, expected: number): Uint32Array | null {
  const starts = new Uint32Array(expected + 1);
  if (expected === 0) return joined === '' ? starts : null;
  let count = 0;
  for (let at = joined.indexOf(NUL); at >= 0; at = joined.indexOf(NUL, at + 1)) {
    if (++count > expected) return null;
    starts[count] = at + 1;
  }
  starts[++count] = joined.length + 1;
  return count === expected ? starts : null;
}

export class NameColumn {
  private readonly starts: Uint32Array;
  private rows: number;
  /** Of rows that are others than in `joined`. */
  private readonly changed = new Map<number, string>();

  private constructor(
    private readonly joined: string,
    starts: Uint32Array,
  ) {
    this.starts = starts;
    this.rows = starts.length - 1;
  }

  /** The names in `joined`, as {@link joinNames} makes it; null when there are not `count` of them. */
  static of(joined: string, count: number): NameColumn | null {
    const starts = startsOf(joined, count);
    return starts && new NameColumn(joined, starts);
  }

  get length(): number {
    return this.rows;
  }

  at(row: number): string {
    return this.changed.get(row) ?? this.joined.slice(this.starts[row], this.starts[row + 1]! - 1);
  }

  /** Replaces a name, or adds one behind the last. */
  set(row: number, name: string): void {
    // Most files that change keep their name.
    if (row >= this.rows || this.at(row) !== name) this.changed.set(row, name);
    if (row >= this.rows) this.rows = row + 1;
  }

  /** Takes the last name out. */
  pop(): string {
    const last = this.at(--this.rows);
    // A later row of this number is another one.
    this.changed.delete(this.rows);
    return last;
  }

  /** All names as one text. */
  join(): string {
    if (this.changed.size === 0 && this.rows === this.starts.length - 1) return this.joined;
    return joinNames(Array.from({ length: this.rows }, (_, row) => this.at(row)));
  }
}
