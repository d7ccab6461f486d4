// Runs in a thumbnail worker: the bits of a JPEG's scan and its Huffman codes (ITU-T T.81, annexes C and F).

/** By the next 16 bits: length of the code in the upper byte, its value in the lower; 0 where no code begins so. */
export type HuffmanTable = Uint16Array;

/** A table as it stands in a file: made when it is first used, because a hostile file may hold millions that never are. */
export class HuffmanSource {
  private table: HuffmanTable | undefined;

  constructor(
    private readonly counts: Uint8Array,
    private readonly values: Uint8Array,
  ) {}

  read(): HuffmanTable {
    return (this.table ??= readHuffman(this.counts, this.values));
  }
}

/** A table as the file has it: how many codes there are of each length from 1 to 16, and their values. */
export function readHuffman(counts: Uint8Array, values: Uint8Array): HuffmanTable {
  const table = new Uint16Array(65_536);
  let code = 0;
  let next = 0;
  for (let length = 1; length <= 16; length++) {
    const width = 1 << (16 - length);
    for (let i = counts[length - 1] ?? 0; i > 0 && next < values.length; i--) {
      table.fill((length << 8) | (values[next++] ?? 0), code, code + width);
      code += width;
    }
  }
  return table;
}

export class ScanBits {
  private held = 0;
  private count = 0;
  /** Bits that were made up behind the end of the data. */
  private madeUp = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private at: number,
  ) {}

  /** Whether bits were used that are not there: what came of them is nothing. */
  get isOver(): boolean {
    return this.madeUp > this.count;
  }

  /** The next `n` bits, at most 16. */
  read(n: number): number {
    while (this.count < n) this.fill();
    this.count -= n;
    return (this.held >>> this.count) & ((1 << n) - 1);
  }

  /** The value of the next code; -1 where no code begins so. */
  decode(table: HuffmanTable): number {
    while (this.count < 16) this.fill();
    const found = table[(this.held >>> (this.count - 16)) & 0xffff] ?? 0;
    if (found === 0) return -1;
    this.count -= found >> 8;
    return found & 0xff;
  }

  /** Goes on behind the next restart marker. Answers false when another marker comes first. */
  restart(): boolean {
    this.held = this.count = this.madeUp = 0;
    const { bytes } = this;
    for (;;) {
      const found = bytes.indexOf(0xff, this.at);
      if (found < 0) return false;
      const marker = bytes[found + 1] ?? 0;
      if (marker >= 0xd0 && marker <= 0xd7) {
        this.at = found + 2;
        return true;
      }
      if (marker !== 0 && marker !== 0xff) return false;
      this.at = found + 1;
    }
  }

  private fill(): void {
    const { bytes, at } = this;
    let byte = bytes[at] ?? 0;
    if (at >= bytes.length || (byte === 0xff && bytes[at + 1] !== 0)) {
      // A marker, or the end of the file.
      byte = 0;
      this.madeUp += 8;
    } else {
      this.at = byte === 0xff ? at + 2 : at + 1;
    }
    this.held = (this.held << 8) | byte;
    this.count += 8;
  }
}
