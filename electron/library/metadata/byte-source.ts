// Runs in the library process: reads pieces of an opened file, with a limit to how many bytes that may be and a signal
// that ends it, so that no file can keep a reader busy for long.

import type { FileHandle } from 'node:fs/promises';
import { readErrorSentence } from '../found.js';
import { AppError } from '../../shared/result.js';

/** The part of a file handle that readers need. */
export type ReadHandle = Pick<FileHandle, 'read' | 'stat'>;

export interface SourceOptions {
  /** Ends the reading; an AppError as its reason is what the reader throws, otherwise `stopped`. */
  readonly signal?: AbortSignal | undefined;
  /** Bytes that may be read in all. */
  readonly budget: number;
  /** Bytes read at once at the start. */
  readonly head?: number;
}

const HEAD = 64 * 1024;

/** Thrown when a file asks for more bytes than its facts can be worth. */
export const tooMuch = (): AppError =>
  new AppError('unsupported', 'This file hides what it says about itself behind too much other data.');

/** A file as bytes at offsets. The head is read once and kept. */
export class ByteSource {
  private spent = 0;

  private constructor(
    private readonly handle: ReadHandle,
    /** Bytes of the file. */
    readonly size: number,
    /** The first bytes of the file. */
    private start: Uint8Array,
    private readonly options: SourceOptions,
    /** Where in the file it begins. */
    private readonly base = 0,
  ) {}

  /** @throws AppError `unreadable` */
  static async open(handle: ReadHandle, options: SourceOptions): Promise<ByteSource> {
    const size = await readable(async () => (await handle.stat()).size);
    const source = new ByteSource(handle, size, new Uint8Array(), options);
    source.start = await source.read(0, options.head ?? HEAD);
    return source;
  }

  /** A file inside this one; what is read from it counts from what is left to read. */
  async part(offset: number, length: number): Promise<ByteSource> {
    const { handle, options, base } = this;
    const size = Math.max(0, Math.min(length, this.size - offset));
    const left = { ...options, budget: options.budget - this.spent };
    const part = new ByteSource(handle, size, new Uint8Array(), left, base + offset);
    part.start = await part.read(0, options.head ?? HEAD);
    return part;
  }

  /** The first 64 KB, or the whole of a smaller file. */
  get head(): Uint8Array {
    return this.start;
  }

  /** @throws AppError when the signal has ended the reading */
  check(): void {
    const { signal } = this.options;
    if (!signal?.aborted) return;
    throw signal.reason instanceof AppError
      ? signal.reason
      : new AppError('stopped', 'The reading was stopped.');
  }

  /**
   * Up to `length` bytes at `offset`; fewer where the file ends.
   * @throws AppError `unreadable`, `unsupported` beyond the budget, or the signal's
   */
  async read(offset: number, length: number): Promise<Uint8Array> {
    this.check();
    const end = Math.min(offset + length, this.size);
    if (!(offset >= 0) || !(end > offset)) return new Uint8Array();
    if (end <= this.start.length) return this.start.subarray(offset, end);
    const wanted = end - offset;
    this.spent += wanted;
    if (this.spent > this.options.budget) throw tooMuch();
    const bytes = new Uint8Array(wanted);
    const filled = await readable(async () => {
      let at = 0;
      while (at < wanted) {
        const { bytesRead } = await this.handle.read(bytes, at, wanted - at, this.base + offset + at);
        if (bytesRead === 0) break;
        at += bytesRead;
      }
      return at;
    });
    this.check();
    return filled === wanted ? bytes : bytes.subarray(0, filled);
  }
}

async function readable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new AppError('unreadable', readErrorSentence(error, 'file'), { cause: error });
  }
}

/** A view for reading numbers from bytes. */
export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Bytes as text, one character each. */
export const latin1 = (bytes: Uint8Array, start = 0, end = bytes.length): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, end);
