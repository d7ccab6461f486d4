// Runs in the library process: finds its way in HEIC and AVIF files (ISO/IEC 23008-12): the size and turn of the main
// picture, and where EXIF and XMP lie. No library at hand tells the turn.

import { boxesIn, findBox, type Box } from './boxes.js';
import { latin1, viewOf, type ByteSource } from './byte-source.js';
import type { ImageParts } from './image-parts.js';

const MOST_META_BYTES = 4 * 1024 * 1024;
const MOST_ITEM_BYTES = 4 * 1024 * 1024;
const MOST_ITEMS = 20_000;

interface Item {
  readonly id: number;
  readonly type: string;
  readonly mime: string;
}

/** EXIF orientations that say the same as 0 to 3 quarter turns against the clock. */
const ORIENTATION_OF_TURNS = [1, 8, 3, 6];

/** Parts of a HEIC or AVIF file. Throws RangeError where it does not hold what it promises. */
export async function readHeif(source: ByteSource): Promise<ImageParts> {
  const meta = await findBox(source, 'meta');
  if (!meta || meta.end - meta.start > MOST_META_BYTES) return {};
  const bytes = await source.read(meta.start, meta.end - meta.start);
  // A full box: version and flags come first.
  const boxes = new Map([...boxesIn(bytes, 4)].map((box) => [box.type, box]));
  const items = itemsOf(bytes, boxes.get('iinf'));
  const pitm = boxes.get('pitm');
  const main = pitm ? readId(viewOf(bytes), pitm.start + 4, bytes[pitm.start]! === 0) : (items[0]?.id ?? 0);
  const shape = shapeOf(bytes, boxes.get('iprp'), main);
  const locate = (item: Item | undefined) => readItem(source, bytes, boxes, item);
  const exif = await locate(items.find(({ type }) => type === 'Exif'));
  const xmp = await locate(items.find(({ type, mime }) => type === 'mime' && mime === 'application/rdf+xml'));
  return {
    ...shape,
    // The block starts with the offset from there to the TIFF header.
    exif: exif && exif.length > 4 ? exif.subarray(4 + viewOf(exif).getUint32(0)) : undefined,
    xmp: xmp && Buffer.from(xmp).toString('utf8'),
  };
}

const readId = (view: DataView, at: number, short: boolean): number =>
  short ? view.getUint16(at) : view.getUint32(at);

function itemsOf(bytes: Uint8Array, iinf: Box | undefined): Item[] {
  if (!iinf) return [];
  const view = viewOf(bytes);
  const items: Item[] = [];
  for (const { type, start, end } of boxesIn(
    bytes,
    iinf.start + (bytes[iinf.start] === 0 ? 6 : 8),
    iinf.end,
  )) {
    const version = bytes[start]!;
    if (type !== 'infe' || version < 2 || items.length >= MOST_ITEMS) continue;
    const short = version === 2;
    const at = start + 4 + (short ? 2 : 4) + 2;
    const item = latin1(bytes, at, at + 4);
    // For a MIME item its name and its type follow, each ending with a zero.
    const mime = item === 'mime' ? (latin1(bytes, at + 4, end).split('\0')[1] ?? '') : '';
    items.push({ id: readId(view, start + 4, short), type: item, mime });
  }
  return items;
}

/** Size as shown and orientation of an item, from the properties that are linked to it. */
function shapeOf(bytes: Uint8Array, iprp: Box | undefined, item: number): Partial<ImageParts> {
  if (!iprp) return {};
  const inside = [...boxesIn(bytes, iprp.start, iprp.end)];
  const ipco = inside.find(({ type }) => type === 'ipco');
  if (!ipco) return {};
  const properties = [...boxesIn(bytes, ipco.start, ipco.end)];
  const view = viewOf(bytes);
  let size: readonly [number, number] | undefined;
  let turns = 0;
  let mirrored = false;
  for (const ipma of inside.filter(({ type }) => type === 'ipma')) {
    for (const index of linksOf(bytes, ipma, item)) {
      const property = properties[index - 1];
      if (property?.type === 'ispe')
        size = [view.getUint32(property.start + 4), view.getUint32(property.start + 8)];
      else if (property?.type === 'clap') {
        const [width, by, height, per] = [0, 4, 8, 12].map((at) => view.getUint32(property.start + at));
        if (by && per) size = [Math.round(width! / by), Math.round(height! / per)];
      } else if (property?.type === 'irot') turns = bytes[property.start]! & 3;
      else if (property?.type === 'imir') mirrored = true;
    }
  }
  if (!size) return {};
  const [width, height] = turns % 2 === 1 ? [size[1], size[0]] : size;
  return { width, height, upright: true, ...(mirrored ? {} : { orientation: ORIENTATION_OF_TURNS[turns] }) };
}

/** Numbers (from 1) of the properties linked to an item, in their order. */
function linksOf(bytes: Uint8Array, { start }: Box, item: number): number[] {
  const view = viewOf(bytes);
  const [short, wide] = [bytes[start] === 0, (bytes[start + 3]! & 1) === 1];
  const count = Math.min(view.getUint32(start + 4), MOST_ITEMS);
  let at = start + 8;
  for (let i = 0; i < count; i++) {
    const id = readId(view, at, short);
    at += short ? 2 : 4;
    const links = view.getUint8(at++);
    if (id === item) {
      return Array.from({ length: links }, (_, n) =>
        wide ? view.getUint16(at + n * 2) & 0x7fff : view.getUint8(at + n) & 0x7f,
      );
    }
    at += links * (wide ? 2 : 1);
  }
  return [];
}

/** The bytes of an item, joined from where `iloc` says they are. */
async function readItem(
  source: ByteSource,
  bytes: Uint8Array,
  boxes: ReadonlyMap<string, Box>,
  item: Item | undefined,
): Promise<Uint8Array | undefined> {
  const iloc = boxes.get('iloc');
  if (!item || !iloc) return undefined;
  const view = viewOf(bytes);
  const version = bytes[iloc.start]!;
  let at = iloc.start + 4;
  const number = (width: number): number => {
    if (width !== 0 && width !== 2 && width !== 4 && width !== 8) throw new RangeError('iloc');
    const value =
      width === 0
        ? 0
        : width === 2
          ? view.getUint16(at)
          : width === 4
            ? view.getUint32(at)
            : Number(view.getBigUint64(at));
    at += width;
    return value;
  };
  const widths = number(2);
  const [offsetWidth, lengthWidth, baseWidth] = [widths >> 12, (widths >> 8) & 15, (widths >> 4) & 15];
  const indexWidth = version === 0 ? 0 : widths & 15;
  const count = Math.min(number(version < 2 ? 2 : 4), MOST_ITEMS);
  for (let i = 0; i < count; i++) {
    const id = number(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : number(2) & 15;
    number(2);
    const base = number(baseWidth);
    const extents = number(2);
    const parts: Uint8Array[] = [];
    let total = 0;
    for (let n = 0; n < extents; n++) {
      number(indexWidth);
      const offset = base + number(offsetWidth);
      const length = number(lengthWidth);
      if (id !== item.id) continue;
      total += length;
      if (total > MOST_ITEM_BYTES) return undefined;
      const idat = boxes.get('idat');
      if (method === 0) parts.push(await source.read(offset, length));
      else if (method === 1 && idat)
        parts.push(bytes.subarray(idat.start + offset, idat.start + offset + length));
    }
    if (id === item.id) return parts.length === 1 ? parts[0] : Buffer.concat(parts);
  }
  return undefined;
}
