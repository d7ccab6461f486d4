// Runs in end-to-end tests on Linux: which libraries a program asks for itself, from the dynamic section of its file (ELF, 64 bits,
// little-endian, as its specification has it). `ldd` would mix them with those that these bring along.

import { closeSync, openSync, readSync } from 'node:fs';

const [LOAD, DYNAMIC] = [1, 2];
const [NEEDED, STRINGS, SIZE_OF_STRINGS] = [1, 5, 10];

/** Names like `libgtk-3.so.0`. */
export function neededLibraries(program: string): readonly string[] {
  const file = openSync(program, 'r');
  try {
    const read = (offset: number, length: number) => {
      const bytes = Buffer.alloc(length);
      readSync(file, bytes, 0, length, offset);
      return bytes;
    };
    const head = read(0, 64);
    const [at, size, count] = [
      Number(head.readBigUInt64LE(32)),
      head.readUInt16LE(54),
      head.readUInt16LE(56),
    ];
    const segments = Array.from({ length: count }, (_, i) => read(at + i * size, size)).map((entry) => ({
      type: entry.readUInt32LE(0),
      offset: Number(entry.readBigUInt64LE(8)),
      address: Number(entry.readBigUInt64LE(16)),
      length: Number(entry.readBigUInt64LE(32)),
    }));
    const { offset, length } = segments.find(({ type }) => type === DYNAMIC)!;
    const section = read(offset, length);
    const entries = Array.from({ length: length / 16 }, (_, i) => ({
      tag: Number(section.readBigUInt64LE(i * 16)),
      value: Number(section.readBigUInt64LE(i * 16 + 8)),
    }));
    const valueOf = (wanted: number) => entries.find(({ tag }) => tag === wanted)!.value;
    const address = valueOf(STRINGS);
    const home = segments.find(
      (one) => one.type === LOAD && address >= one.address && address < one.address + one.length,
    )!;
    const strings = read(address - home.address + home.offset, valueOf(SIZE_OF_STRINGS));
    return entries
      .filter(({ tag }) => tag === NEEDED)
      .map(({ value }) => strings.toString('latin1', value, strings.indexOf(0, value)));
  } finally {
    closeSync(file);
  }
}
