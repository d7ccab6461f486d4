// Runs in Node, in tests, benches and the demo: boxes of the ISO base media file format (ISO/IEC 14496-12, 4.2).

export const u8 = (value: number): Buffer => Buffer.from([value]);

export function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

export const text = (value: string): Buffer => Buffer.from(value, 'latin1');

/** A box: its size, its four-letter type, its content. */
export function box(type: string, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([u32(body.length + 8), text(type), body]);
}

/** A box with version and flags. */
export function fullBox(type: string, version: number, flags: number, ...content: readonly Buffer[]): Buffer {
  return box(type, u32(version * 0x1000000 + flags), ...content);
}

export interface Box {
  readonly type: string;
  /** Where the content lies in the file. */
  readonly start: number;
  readonly end: number;
}

/** The boxes between two offsets, in order. Stops at the first that does not fit. */
export function* boxesOf(bytes: Buffer, start = 0, end = bytes.length): Generator<Box> {
  let at = start;
  while (at + 8 <= end) {
    let size = bytes.readUInt32BE(at);
    let header = 8;
    if (size === 1 && at + 16 <= end) {
      size = Number(bytes.readBigUInt64BE(at + 8));
      header = 16;
    } else if (size === 0) size = end - at;
    if (size < header || at + size > end) return;
    yield { type: bytes.toString('latin1', at + 4, at + 8), start: at + header, end: at + size };
    at += size;
  }
}
