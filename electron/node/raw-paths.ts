// Runs in every Node process (main, library, thumbnail workers): file names that are not valid UTF-8.
// Linux allows any bytes in a name. They are kept in strings as lone surrogates (byte 0xNN as U+DCNN,
// Python's "surrogateescape", PEP 383), so that the same file can be opened again.

const ESCAPED = /(?<![\uD800-\uDBFF])[\uDC80-\uDCFF]/;

/** Decodes the bytes of a file name; bytes that are not UTF-8 become lone surrogates. */
export function decodeName(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (!text.includes('\uFFFD')) return text;
  let name = '';
  let start = 0;
  while (start < bytes.length) {
    const length = sequenceLength(bytes, start);
    if (length > 0) name += bytes.toString('utf8', start, start + length);
    else name += String.fromCharCode(0xdc00 + (bytes[start] ?? 0));
    start += Math.max(1, length);
  }
  return name;
}

/** Length of the valid UTF-8 sequence at `start`, 0 when there is none. */
function sequenceLength(bytes: Buffer, start: number): number {
  for (let length = 1; length <= 4 && start + length <= bytes.length; length++) {
    const part = bytes.subarray(start, start + length);
    if (Buffer.from(part.toString('utf8'), 'utf8').equals(part)) return length;
  }
  return 0;
}

/** A path as Node's file functions need it: the string itself, or its bytes where it holds names that are not UTF-8. */
export function diskPath(path: string): string | Buffer {
  if (!ESCAPED.test(path)) return path;
  const parts: Buffer[] = [];
  let start = 0;
  for (let i = 0; i < path.length; i++) {
    const unit = path.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdbff) i++;
    else if (unit >= 0xdc80 && unit <= 0xdcff) {
      parts.push(Buffer.from(path.slice(start, i), 'utf8'), Buffer.from([unit - 0xdc00]));
      start = i + 1;
    }
  }
  parts.push(Buffer.from(path.slice(start), 'utf8'));
  return Buffer.concat(parts);
}
