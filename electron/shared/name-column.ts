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

/** Everything is joined anew when more names are loose than these and one of so many: each then pays for so many rows. */
const SPARE = 1024;
const ONE_OF = 16;

export class NameColumn {
  private rows: number;
  /** Of rows that are others than in `text`. */
  private readonly changed = new Map<number, string>();

  private constructor(
    private text: string,
    private starts: Uint32Array,
  ) {
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
    return this.changed.get(row) ?? this.text.slice(this.starts[row], this.starts[row + 1]! - 1);
  }

  /** Replaces a name, or adds one behind the last. */
  set(row: number, name: string): void {
    // Most files that change keep their name.
    if (row >= this.rows || this.at(row) !== name) this.changed.set(row, name);
    if (row >= this.rows) this.rows = row + 1;
  }

  /** Keeps only the first `rows` names. */
  cut(rows: number): void {
    // Later rows of these numbers are others.
    for (let row = rows; row < this.rows; row++) this.changed.delete(row);
    this.rows = Math.min(rows, this.rows);
  }

  /** All names as one text. */
  join(): string {
    if (this.loose > 0 || this.rows !== this.starts.length - 1) this.rejoin();
    return this.text;
  }

  /** How many names are kept one by one, which takes far more room than joined. */
  get loose(): number {
    return this.changed.size;
  }

  /** Joins the names anew once many are loose. */
  tidy(): void {
    if (this.loose > SPARE + this.rows / ONE_OF) this.rejoin();
  }

  /** Rows that stand together as before, which most do, are copied together. */
  private rejoin(): void {
    const pieces: string[] = [];
    const starts = new Uint32Array(this.rows + 1);
    const kept = Math.min(this.rows, this.starts.length - 1);
    let row = 0;
    let end = 0;
    const copyUpTo = (next: number) => {
      if (row >= next) return;
      const first = this.starts[row]!;
      const shift = end - first;
      pieces.push(this.text.slice(first, this.starts[next]! - 1));
      end = this.starts[next]! + shift;
      for (; row < next; row++) starts[row] = this.starts[row]! + shift;
    };
    for (const other of Uint32Array.from(this.changed.keys()).sort()) {
      copyUpTo(Math.min(other, kept));
      const name = this.changed.get(other)!;
      pieces.push(name);
      starts[other] = end;
      end += name.length + 1;
      row = other + 1;
    }
    copyUpTo(kept);
    starts[this.rows] = end;
    this.text = joinNames(pieces);
    this.starts = starts;
    this.changed.clear();
  }
}
