// Runs in main, without a window: how far a command is, in one line of the terminal.

const WIDTH = 30;

export class Progress {
  private shown = false;

  /** @param on false where nobody looks: in scripts, or when the output goes to a file */
  constructor(
    private readonly on: boolean,
    private readonly write: (text: string) => void = (text) => process.stderr.write(text),
  ) {}

  /** Something whose end is not known. */
  count(what: string, number: number): void {
    this.line(`${number} ${what}`);
  }

  /** So many of all. */
  part(what: string, done: number, total: number): void {
    const full = total === 0 ? WIDTH : Math.floor((done / total) * WIDTH);
    this.line(`[${'#'.repeat(full)}${' '.repeat(WIDTH - full)}] ${done} / ${total} ${what}`);
  }

  /** Leaves the line behind. */
  end(): void {
    if (this.shown) this.write('\n');
    this.shown = false;
  }

  private line(text: string): void {
    if (!this.on) return;
    this.shown = true;
    // Back to the beginning of the line, and what was longer before is cleared.
    this.write(`\r${text}\x1b[K`);
  }
}
