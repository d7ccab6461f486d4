// Runs in a thumbnail worker: pieces of an open file, with a limit to how much a hostile one can have us read.

import type { FileHandle } from 'node:fs/promises';
import { AppError } from '../shared/result.js';

/** Directories and headers; the preview itself is not counted. Bytes. */
const BUDGET = 8 * 1024 * 1024;

export class Reader {
  private left = BUDGET;

  constructor(
    private readonly handle: FileHandle,
    /** Bytes of the file. */
    readonly size: number,
  ) {}

  /** The bytes from `at`; fewer where the file ends. @throws AppError `damaged` when too much is asked for */
  async read(at: number, length: number): Promise<Buffer> {
    const wanted = Math.max(0, Math.min(length, this.size - at));
    if (!Number.isSafeInteger(at) || at < 0 || wanted === 0) return Buffer.alloc(0);
    this.left -= wanted;
    if (this.left < 0) throw new AppError('damaged', 'The picture is damaged.');
    return this.piece(at, wanted);
  }

  /** A part that was found to be a picture. */
  async piece(at: number, length: number): Promise<Buffer> {
    const bytes = Buffer.allocUnsafe(length);
    const { bytesRead } = await this.handle.read(bytes, 0, length, at);
    return bytes.subarray(0, bytesRead);
  }
}
