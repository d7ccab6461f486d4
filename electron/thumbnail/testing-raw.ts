// Used by unit tests only: raw pictures with nothing in them but what their previews need.

type Entry = readonly [tag: number, type: 3 | 4 | 7 | 13, count: number, value: number];

/** A directory at `at`, in the byte order of the file. */
export function directory(at: number, entries: readonly Entry[], next = 0, little = true): [number, Buffer] {
  const bytes = Buffer.alloc(2 + entries.length * 12 + 4);
  const put = (value: number, where: number, size: number) =>
    little ? bytes.writeUIntLE(value, where, size) : bytes.writeUIntBE(value, where, size);
  put(entries.length, 0, 2);
  entries.forEach(([tag, type, count, value], i) => {
    const from = 2 + i * 12;
    put(tag, from, 2);
    put(type, from + 2, 2);
    put(count, from + 4, 4);
    put(value, from + 8, type === 3 ? 2 : 4);
  });
  put(next, 2 + entries.length * 12, 4);
  return [at, bytes];
}

/** A file of these parts, each at its place. */
export function fileOf(...parts: readonly (readonly [number, Buffer])[]): Buffer {
  const bytes = Buffer.alloc(Math.max(...parts.map(([at, part]) => at + part.length)));
  for (const [at, part] of parts) part.copy(bytes, at);
  return bytes;
}

/** The first eight bytes, which lead to the first directory. */
export function header(mark: string, first: number): [number, Buffer] {
  const bytes = Buffer.alloc(8);
  bytes.write(mark, 'latin1');
  if (mark.startsWith('II')) bytes.writeUInt32LE(first, 4);
  else bytes.writeUInt32BE(first, 4);
  return [0, bytes];
}

export function box(name: string, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, body]);
}
