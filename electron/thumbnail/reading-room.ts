// Runs in a thumbnail worker: memory that files are read into, and that is used again for the next ones. A piece of its own for
// each photo would be megabytes of garbage, and to collect it so often took a twentieth of all processor time.

/** Larger files are rare, and get a piece of memory that is not kept. Bytes. */
const MOST_KEPT = 16 * 2 ** 20;
/** The decoder copies a piece as a whole: for a file this many times smaller that is more work than to collect another one. */
const MOST_SURPLUS = 4;
/** A piece is let go all the same: what the decoder leaves behind is freed only when garbage is collected here. */
const MOST_FILES = 4;

export class ReadingRoom {
  private kept: Buffer | null = null;
  /** Files that were read into it. */
  private files = 0;

  /** Room for a file of so many bytes, whatever stood in it before. Nobody else gets it until it is given {@link back}. */
  take(size: number): Buffer {
    const { kept } = this;
    this.kept = null;
    if (kept && this.files < MOST_FILES && size <= kept.length && kept.length <= size * MOST_SURPLUS) {
      this.files++;
      return kept;
    }
    this.files = 1;
    // Not out of Node's own pool, of which small pieces are a part: the decoder would copy all of that.
    return Buffer.allocUnsafeSlow(size);
  }

  /** What was read into this room is not needed any more. */
  back(room: Buffer): void {
    if (room.length <= MOST_KEPT) this.kept = room;
  }
}
