// Runs in a thumbnail worker: the size of a WebP by its header. libvips makes room for all pixels to tell it (400 MB for a
// hundred megapixels), and would do so twice.

/** Set where the file may hold EXIF, which may turn the picture. */
const EXIF = 0x08;

/** Width and height; null when they are not to be had from the header alone. */
export function webpSize(head: Buffer): { width: number; height: number } | null {
  if (head.length < 30 || head.toString('latin1', 8, 12) !== 'WEBP') return null;
  switch (head.toString('latin1', 12, 16)) {
    case 'VP8X':
      if ((head.readUInt8(20) & EXIF) !== 0) return null;
      return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
    case 'VP8L': {
      const bits = head.readUInt32LE(21);
      if (head[20] !== 0x2f) return null;
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      if (head.readUIntBE(23, 3) !== 0x9d012a) return null;
      // The two upper bits ask for enlarging, which nobody does.
      return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
    default:
      return null;
  }
}
