// For tests: an ICC profile of grey, because sharp brings none. Format: ICC.1:2010, version 2.

/** White of the profile's connection space. */
const D50 = [0.9642, 1, 0.8249];

/** What a tag holds: its type, four bytes that mean nothing, its data. */
const element = (type: string, data: Buffer): Buffer =>
  Buffer.concat([Buffer.from(type, 'latin1'), Buffer.alloc(4), data]);

/** A profile in which light is the number (from 0 to 1) to the power of `gamma`. */
export function greyProfile(gamma: number): Buffer {
  const white = Buffer.alloc(12);
  D50.forEach((part, i) => white.writeInt32BE(Math.round(part * 0x10000), i * 4));
  const curve = Buffer.alloc(8);
  curve.writeUInt32BE(1, 0);
  curve.writeUInt16BE(Math.round(gamma * 0x100), 4);
  const description = Buffer.alloc(90);
  description.writeUInt32BE(5, 0);
  description.write('grey', 4, 'latin1');
  const tags = [
    ['desc', element('desc', description)],
    ['cprt', element('text', Buffer.from('none\0', 'latin1'))],
    ['wtpt', element('XYZ ', white)],
    ['kTRC', element('curv', curve)],
  ] as const;
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  const parts: Buffer[] = [];
  let at = 128 + table.length;
  for (const [i, [name, data]] of tags.entries()) {
    table.write(name, 4 + i * 12, 'latin1');
    table.writeUInt32BE(at, 8 + i * 12);
    table.writeUInt32BE(data.length, 12 + i * 12);
    // Each begins at a multiple of four bytes.
    parts.push(data, Buffer.alloc((4 - (data.length % 4)) % 4));
    at += Math.ceil(data.length / 4) * 4;
  }
  const head = Buffer.alloc(128);
  head.writeUInt32BE(at, 0);
  head.writeUInt32BE(0x02400000, 8);
  head.write('mntrGRAYXYZ ', 12, 'latin1');
  head.write('acsp', 36, 'latin1');
  white.copy(head, 68);
  return Buffer.concat([head, table, ...parts]);
}
