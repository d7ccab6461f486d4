// Runs in a thumbnail worker: looks for JPEGs in raw pictures that are built like a TIFF (CR2, NEF, ARW, DNG, ORF, RW2).
// A walk over the directories, each once and not too many, because offsets in a hostile file may lead anywhere.

import type { Candidate, RawFindings } from './raw.js';
import type { Reader } from './reader.js';

const MAX_DIRECTORIES = 64;
const MAX_ENTRIES = 512;
const ENTRY = 12;

const TAG = {
  panasonicJpeg: 0x2e,
  stripOffsets: 0x111,
  orientation: 0x112,
  stripLengths: 0x117,
  subDirectories: 0x14a,
  jpegOffset: 0x201,
  jpegLength: 0x202,
  exif: 0x8769,
  makerNote: 0x927c,
  olympusPreviewAt: 0x101,
  olympusPreviewLength: 0x102,
  olympusSettings: 0x2020,
} as const;

/** Bytes of one value, by type number. */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

interface Value {
  readonly count: number;
  /** Where its bytes lie, relative to the start of the TIFF. */
  readonly at: number;
  /** Up to 64 numbers; empty for types that are none. */
  readonly numbers: readonly number[];
}

type Directory = ReadonlyMap<number, Value>;

/** Finds JPEGs and the orientation. `start`: where the TIFF begins in the file. */
export async function findInTiff(reader: Reader, start: number): Promise<RawFindings> {
  return new Walk(reader, start).run();
}

class Walk {
  private readonly seen = new Set<number>();
  private readonly candidates: Candidate[] = [];
  private orientation: number | undefined;
  private little = true;

  constructor(
    private readonly reader: Reader,
    private readonly start: number,
  ) {}

  async run(): Promise<RawFindings> {
    const head = await this.reader.read(this.start, 8);
    if (head.length < 8) return { candidates: [], orientation: 1 };
    this.little = head.toString('latin1', 0, 2) === 'II';
    const todo = [this.number(head, 4, 4)];
    for (let at = todo.shift(); at !== undefined; at = todo.shift()) {
      if (at === 0 || this.seen.has(at) || this.seen.size >= MAX_DIRECTORIES) continue;
      this.seen.add(at);
      const { directory, next } = await this.directory(at, this.start);
      this.collect(directory);
      await this.olympus(directory);
      todo.push(next, ...(directory.get(TAG.subDirectories)?.numbers ?? []));
      todo.push(...(directory.get(TAG.exif)?.numbers ?? []));
    }
    return { candidates: this.candidates, orientation: this.orientation ?? 1 };
  }

  private collect(directory: Directory): void {
    const one = (tag: number) => directory.get(tag)?.numbers[0];
    // The first directory speaks for the whole picture.
    const orientation = one(TAG.orientation);
    if (orientation !== undefined && orientation >= 1 && orientation <= 8) this.orientation ??= orientation;
    this.add(one(TAG.jpegOffset), one(TAG.jpegLength));
    const strips = directory.get(TAG.stripOffsets);
    if (strips?.count === 1) this.add(strips.numbers[0], one(TAG.stripLengths));
    const panasonic = directory.get(TAG.panasonicJpeg);
    if (panasonic && panasonic.count > 4) this.add(panasonic.at, panasonic.count);
  }

  /** Olympus keeps the preview in the settings of its own notes, with offsets from where these begin. */
  private async olympus(directory: Directory): Promise<void> {
    const note = directory.get(TAG.makerNote);
    if (!note || note.count < 32) return;
    const name = (await this.reader.read(this.start + note.at, 16)).toString('latin1');
    const header = name.startsWith('OLYMPUS\0') ? 12 : name.startsWith('OM SYSTEM\0') ? 16 : 0;
    if (header === 0) return;
    const base = this.start + note.at;
    const notes = await this.directory(header, base);
    const settings = notes.directory.get(TAG.olympusSettings);
    const at = settings?.numbers[0] ?? settings?.at;
    if (at === undefined) return;
    const { directory: inner } = await this.directory(at, base);
    const from = inner.get(TAG.olympusPreviewAt)?.numbers[0];
    this.add(
      from === undefined ? undefined : note.at + from,
      inner.get(TAG.olympusPreviewLength)?.numbers[0],
    );
  }

  private add(at: number | undefined, length: number | undefined): void {
    if (at === undefined || length === undefined || at === 0 || length === 0) return;
    this.candidates.push({ at: this.start + at, length });
  }

  private async directory(at: number, base: number): Promise<{ directory: Directory; next: number }> {
    const entries = new Map<number, Value>();
    const head = await this.reader.read(base + at, 2);
    const count = head.length < 2 ? 0 : this.number(head, 0, 2);
    if (count === 0 || count > MAX_ENTRIES) return { directory: entries, next: 0 };
    const bytes = await this.reader.read(base + at + 2, count * ENTRY + 4);
    for (let i = 0; i < count && (i + 1) * ENTRY <= bytes.length; i++) {
      const entry = bytes.subarray(i * ENTRY, (i + 1) * ENTRY);
      entries.set(this.number(entry, 0, 2), await this.value(entry, base, at + 2 + i * ENTRY));
    }
    const next = bytes.length >= count * ENTRY + 4 ? this.number(bytes, count * ENTRY, 4) : 0;
    return { directory: entries, next };
  }

  private async value(entry: Buffer, base: number, entryAt: number): Promise<Value> {
    const type = this.number(entry, 2, 2);
    const count = this.number(entry, 4, 4);
    const size = SIZES[type] ?? 0;
    const inside = size * count <= 4;
    const at = inside ? entryAt + 8 : this.number(entry, 8, 4);
    const isNumber = type === 3 || type === 4 || type === 13;
    const wanted = isNumber ? Math.min(count, 64) : 0;
    const bytes = inside ? entry.subarray(8) : await this.reader.read(base + at, wanted * size);
    const numbers: number[] = [];
    for (let i = 0; i < wanted && (i + 1) * size <= bytes.length; i++) {
      numbers.push(this.number(bytes, i * size, size));
    }
    return { count, at, numbers };
  }

  private number(bytes: Buffer, at: number, size: number): number {
    return this.little ? bytes.readUIntLE(at, size) : bytes.readUIntBE(at, size);
  }
}
