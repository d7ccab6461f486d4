// @ts-check
// Runs in the build scripts: puts pictures of one icon together to the files that Windows and macOS read. Both
// formats are a table of contents and the pictures after it.

/**
 * @typedef {object} Png
 * @property {number} size pixels of a side
 * @property {Buffer} png
 *
 * @typedef {Png & { rgba: Buffer }} Pixels `rgba`: four bytes a pixel, row by row
 */

/** A size of 256 and more is always a PNG; smaller ones are bitmaps, which old parts of Windows insist on. */
const PNG_FROM = 256;
const ICO_HEADER = 6;
const ICO_ENTRY = 16;

/**
 * An .ico file (ICONDIR and ICONDIRENTRY of the Windows documentation).
 * @param {readonly Pixels[]} pictures sizes up to 256
 */
export function iconOfWindows(pictures) {
  const images = pictures.map((picture) => (picture.size >= PNG_FROM ? picture.png : bitmap(picture)));
  const head = Buffer.alloc(ICO_HEADER + ICO_ENTRY * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  pictures.forEach(({ size }, i) => {
    const at = ICO_HEADER + ICO_ENTRY * i;
    const length = images[i]?.length ?? 0;
    // 0 stands for 256.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += length;
  });
  return Buffer.concat([head, ...images]);
}

/**
 * BITMAPINFOHEADER, rows from the bottom as BGRA, and an empty mask: transparency is in the pixels.
 * @param {Pixels} picture
 */
function bitmap({ size, rgba }) {
  const maskRow = Math.ceil(size / 32) * 4;
  const file = Buffer.alloc(40 + size * size * 4 + maskRow * size);
  file.writeUInt32LE(40, 0);
  file.writeInt32LE(size, 4);
  // Twice: the mask counts as a second picture below.
  file.writeInt32LE(size * 2, 8);
  file.writeUInt16LE(1, 12);
  file.writeUInt16LE(32, 14);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const from = (row * size + column) * 4;
      const to = 40 + ((size - 1 - row) * size + column) * 4;
      file[to] = rgba[from + 2] ?? 0;
      file[to + 1] = rgba[from + 1] ?? 0;
      file[to + 2] = rgba[from] ?? 0;
      file[to + 3] = rgba[from + 3] ?? 0;
    }
  }
  return file;
}

/** Types of an icon family that hold a PNG, by their pixels; the second of a size is for screens of double density. */
const MAC_TYPES = /** @type {Readonly<Record<number, readonly string[]>>} */ ({
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['icp6', 'ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
});

/**
 * An .icns file.
 * @param {readonly Png[]} pictures
 */
export function iconOfMac(pictures) {
  const entries = pictures.flatMap(({ size, png }) =>
    (MAC_TYPES[size] ?? []).map((type) => Buffer.concat([macHead(type, png.length), png])),
  );
  const length = entries.reduce((sum, entry) => sum + entry.length, 0);
  return Buffer.concat([macHead('icns', length), ...entries]);
}

/** @param {string} type @param {number} length bytes that follow */
function macHead(type, length) {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(length + 8, 4);
  return head;
}
