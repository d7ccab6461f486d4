// Runs in a thumbnail worker: what a file really is, by its first bytes. Names lie; contents decide who decodes.

export type Content =
  | 'empty'
  | 'jpeg'
  | 'png'
  | 'gif'
  | 'webp'
  | 'tiff'
  | 'bmp'
  | 'svg'
  | 'avif'
  | 'heif'
  | 'raw'
  | 'video'
  | 'unknown';

/** Bytes {@link sniff} wants to see; SVG may begin with long comments. */
export const SNIFF_BYTES = 4096;

/** Brands of ISO base media files that are pictures; all other brands are films. */
const HEIF_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'mif2', 'msf1'];
/** Olympus, Panasonic, Fujifilm. Other raw pictures begin like any TIFF. */
const RAW_MARKS = ['IIRO', 'IIRS', 'MMOR', 'IIU\0', 'FUJIFILMCCD-RAW'];
const AVIF_BRANDS = ['avif', 'avis'];

/** Recognises the content by the first bytes of a file (up to {@link SNIFF_BYTES} of them). */
export function sniff(head: Uint8Array): Content {
  if (head.length === 0) return 'empty';
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, SNIFF_BYTES));
  const text = (start: number, end: number) => bytes.toString('latin1', start, end);
  if (text(0, 3) === '\xff\xd8\xff') return 'jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (text(0, 4) === 'GIF8') return 'gif';
  if (text(0, 4) === 'RIFF') return text(8, 12) === 'WEBP' ? 'webp' : 'video';
  if (['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].includes(text(0, 4))) return 'tiff';
  if (RAW_MARKS.some((mark) => text(0, mark.length) === mark) || text(4, 12) === 'ftypcrx ') return 'raw';
  if (text(4, 8) === 'ftyp') return isoBrand(bytes);
  if (text(0, 2) === 'BM' && bytes.length > 26 && bytes.readUInt32LE(14) <= 124) return 'bmp';
  if (isVideo(text(0, 4))) return 'video';
  return isSvg(bytes) ? 'svg' : 'unknown';
}

function isoBrand(bytes: Buffer): Content {
  const end = Math.min(bytes.length, Math.max(16, bytes.readUInt32BE(0)));
  const brands: string[] = [];
  for (let at = 8; at + 4 <= end; at += 4) {
    // The four bytes after the major brand are its version.
    if (at !== 12) brands.push(bytes.toString('latin1', at, at + 4));
  }
  if (brands.some((brand) => AVIF_BRANDS.includes(brand))) return 'avif';
  if (!brands.some((brand) => HEIF_BRANDS.includes(brand))) return 'video';
  // General brands leave open which codec it is; the items name it.
  return bytes.includes('av01') && !bytes.includes('hvc1') ? 'avif' : 'heif';
}

function isVideo(magic: string): boolean {
  // Matroska and WebM, FLV, ASF, MPEG program and elementary streams, Ogg.
  return ['\x1a\x45\xdf\xa3', 'FLV\x01', '\x30\x26\xb2\x75', '\0\0\x01\xba', '\0\0\x01\xb3', 'OggS'].includes(
    magic,
  );
}

function isSvg(bytes: Buffer): boolean {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = bytes.toString(utf16 ? 'utf16le' : 'utf8').replace(/^\uFEFF/, '');
  return /^\s*<(\?xml|!--|!DOCTYPE|[\w-]*:?svg)/i.test(text) && /<([\w-]+:)?svg[\s>]/i.test(text);
}
