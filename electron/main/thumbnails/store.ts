// Runs in main: thumbnails on disk. Knows by heart which exist; what is on the disk is checked when it is used.

import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/result.js';
import type { Logger } from '../log.js';

const FILE = /^([0-9a-f]{32})\.webp$/;
const SHARD = /^[0-9a-f]{2}$/;

/** `FOLDER/ab/abcdef….webp`, and `FOLDER/tmp` for what is being written. */
export class ThumbnailStore {
  private readonly keys = new Set<string>();
  private readonly shards = new Set<string>();
  private opening: Promise<void> | undefined;
  private trouble: AppError | null = null;

  constructor(
    private readonly folder: string,
    private readonly log: Logger,
  ) {}

  /** Reads which thumbnails exist and clears left-overs. Never rejects: see {@link problem}. Later calls answer the first. */
  open(): Promise<void> {
    return (this.opening ??= this.load());
  }

  /** Why nothing can be stored, or null. */
  get problem(): AppError | null {
    return this.trouble;
  }

  get count(): number {
    return this.keys.size;
  }

  has(key: string): boolean {
    return this.keys.has(key);
  }

  /** Where a worker writes before {@link commit}. */
  temporary(key: string): string {
    return join(this.folder, 'tmp', `${key}.webp`);
  }

  /** Takes over what a worker has written. @throws AppError `internal` */
  async commit(key: string): Promise<void> {
    const shard = key.slice(0, 2);
    try {
      if (!this.shards.has(shard)) {
        await mkdir(join(this.folder, shard), { recursive: true });
        this.shards.add(shard);
      }
      await rename(this.temporary(key), this.pathOf(key));
      this.keys.add(key);
    } catch (error) {
      this.shards.delete(shard);
      throw storeError(this.folder, error);
    }
  }

  /** Path of a stored thumbnail that is whole; null when there is none, and then it is forgotten. */
  async find(key: string): Promise<string | null> {
    await this.open();
    if (!this.keys.has(key)) return null;
    const path = this.pathOf(key);
    if (await isWhole(path)) return path;
    this.log('warn', `Stored thumbnail ${key} is missing or damaged; it is made again`);
    this.keys.delete(key);
    return null;
  }

  /** Tries whether thumbnails can be written now; sets {@link problem}. */
  async probe(): Promise<boolean> {
    try {
      await mkdir(join(this.folder, 'tmp'), { recursive: true });
      const path = join(this.folder, 'tmp', 'probe');
      const file = await open(path, 'w', 0o600);
      try {
        // As much as a thumbnail: an empty file can be made on a full disk.
        await file.writeFile(Buffer.alloc(64 * 1024));
      } finally {
        await file.close();
        await rm(path, { force: true });
      }
      this.trouble = null;
    } catch (error) {
      this.trouble = storeError(this.folder, error);
    }
    return this.trouble === null;
  }

  private pathOf(key: string): string {
    return join(this.folder, key.slice(0, 2), `${key}.webp`);
  }

  private async load(): Promise<void> {
    if (!(await this.probe())) this.log('error', this.trouble?.message ?? '');
    try {
      // Written by a worker that did not live to see them renamed.
      for (const name of await this.list('tmp')) await rm(join(this.folder, 'tmp', name), { force: true });
      for (const shard of await this.list('.')) {
        if (!SHARD.test(shard)) continue;
        this.shards.add(shard);
        for (const name of await this.list(shard)) {
          const key = FILE.exec(name)?.[1];
          if (key !== undefined) this.keys.add(key);
        }
      }
    } catch (error) {
      this.trouble ??= storeError(this.folder, error);
      this.log('error', `Stored thumbnails could not be read: ${String(error)}`);
    }
  }

  private async list(name: string): Promise<string[]> {
    try {
      return await readdir(join(this.folder, name));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return [];
      throw error;
    }
  }
}

/** Whether a file is a WebP of just the length that it says: a power cut can leave a part, or nothing but zeros. */
async function isWhole(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'r');
    try {
      const head = Buffer.alloc(12);
      const { bytesRead } = await file.read(head, 0, 12, 0);
      const { size } = await file.stat();
      const marks = head.toString('latin1', 0, 4) + head.toString('latin1', 8, 12);
      return bytesRead === 12 && marks === 'RIFFWEBP' && head.readUInt32LE(4) + 8 === size;
    } finally {
      await file.close();
    }
  } catch {
    // Gone or unreadable: for the caller the same as damaged.
    return false;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EROFS: 'it is read-only',
  EACCES: 'there is no permission to write there',
  EPERM: 'there is no permission to write there',
  ENOTDIR: 'it is not a folder',
  EEXIST: 'it is not a folder',
};

function storeError(folder: string, error: unknown): AppError {
  const { code = String(error) } = error as NodeJS.ErrnoException;
  const reason = REASONS[code] ?? code;
  return new AppError('internal', `Thumbnails cannot be saved in ${folder}: ${reason}.`, { cause: error });
}
