// Runs in the library process: reading parts of a file. The first 64 KB are read once; they answer most questions.

import { close, fstat, open, read } from 'node:fs';
import { promisify } from 'node:util';

const openFile = promisify(open);
const closeFile = promisify(close);
const statFile = promisify(fstat);
const readFile = promisify(read);

/** How much of a file is read at first. */
export const HEAD_BYTES = 64 * 1024;

/** An open file, read at any place. */
export class Bytes {
  private constructor(
    private readonly file: number,
    /** Bytes. */
    readonly size: number,
    /** The first 64 KB, or the whole of a smaller file. */
    readonly head: Buffer,
  ) {}

  /** Opens a file, lets `use` read it, closes it. Throws file errors. */
  static async with<T>(path: string | Buffer, use: (bytes: Bytes) => Promise<T> | T): Promise<T> {
    const file = await openFile(path, 'r');
    try {
      const { size } = await statFile(file);
      const head = await readAt(file, 0, Math.min(size, HEAD_BYTES));
      return await use(new Bytes(file, size, head));
    } finally {
      await closeFile(file);
    }
  }

  /** Up to `length` bytes from `offset`; fewer at the end of the file. */
  async read(offset: number, length: number): Promise<Buffer> {
    const end = Math.min(offset + length, this.size);
    if (end <= offset) return Buffer.alloc(0);
    if (end <= this.head.length) return this.head.subarray(offset, end);
    return readAt(this.file, offset, end - offset);
  }
}

async function readAt(file: number, offset: number, length: number): Promise<Buffer> {
  // Memory of its own, not a part of Node's pool: image-size reads on behind a view that ends too early.
  const buffer = Buffer.allocUnsafeSlow(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await readFile(file, buffer, filled, length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled === length ? buffer : Buffer.from(buffer.buffer.slice(0, filled));
}
