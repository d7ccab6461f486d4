// Runs in a thumbnail worker: how an AVIF or HEIC that has no colour profile says by numbers what its colours are
// (the box `colr` of the type `nclx`). Decoders turn such a picture into RGB and leave the rest to whoever shows it.

/** Numbers of ITU-T H.273: which red, green and blue are meant, and how a value becomes light. */
export interface Nclx {
  readonly primaries: number;
  readonly transfer: number;
}

interface Box {
  readonly type: string;
  /** Of its content. */
  readonly from: number;
  readonly to: number;
}

/** What a file says of its primary picture; null when it says nothing, or has a profile, which counts more. */
export function readNclx(bytes: Buffer): Nclx | null {
  try {
    const meta = childOf(bytes, 'meta', 0, bytes.length);
    // Version and flags come first in it.
    const properties = meta && childOf(bytes, 'iprp', meta.from + 4, meta.to);
    const list = properties && childOf(bytes, 'ipco', properties.from, properties.to);
    if (!list) return null;
    const all = [...boxesIn(bytes, list.from, list.to)];
    const own = propertiesOfPrimary(bytes, meta, properties);
    const colours = (among: readonly (Box | undefined)[]) => among.flatMap((box) => colourOf(bytes, box));
    const mine = colours(own.map((index) => all[index - 1]));
    // A grid of tiles may leave it to its tiles.
    const told = mine.length > 0 ? mine : colours(all);
    return told.includes('profile') ? null : (told.find((one) => one !== 'profile') ?? null);
  } catch (error) {
    // A box that ends behind the end of the file: it is for the decoder to say so.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function colourOf(bytes: Buffer, box: Box | undefined): (Nclx | 'profile')[] {
  if (box?.type !== 'colr') return [];
  const { from } = box;
  if (bytes.toString('latin1', from, from + 4) !== 'nclx') return ['profile'];
  return [{ primaries: bytes.readUInt16BE(from + 4), transfer: bytes.readUInt16BE(from + 6) }];
}

/** The numbers of the properties of the primary picture; they count from 1. */
function propertiesOfPrimary(bytes: Buffer, meta: Box, properties: Box): number[] {
  const primary = childOf(bytes, 'pitm', meta.from + 4, meta.to);
  const links = childOf(bytes, 'ipma', properties.from, properties.to);
  if (!primary || !links) return [];
  const item =
    bytes[primary.from] === 0 ? bytes.readUInt16BE(primary.from + 4) : bytes.readUInt32BE(primary.from + 4);
  const wideItems = (bytes[links.from] ?? 0) > 0;
  const wideLinks = ((bytes[links.from + 3] ?? 0) & 1) === 1;
  const count = bytes.readUInt32BE(links.from + 4);
  let at = links.from + 8;
  for (let i = 0; i < count && at < links.to; i++) {
    const id = wideItems ? bytes.readUInt32BE(at) : bytes.readUInt16BE(at);
    at += wideItems ? 4 : 2;
    const own = bytes.readUInt8(at++);
    const size = wideLinks ? 2 : 1;
    if (id === item) {
      // The highest bit says that it must be understood.
      return Array.from({ length: own }, (_, link) =>
        wideLinks ? bytes.readUInt16BE(at + 2 * link) & 0x7fff : bytes.readUInt8(at + link) & 0x7f,
      );
    }
    at += own * size;
  }
  return [];
}

const childOf = (bytes: Buffer, type: string, from: number, to: number): Box | undefined => {
  for (const box of boxesIn(bytes, from, to)) if (box.type === type) return box;
  return undefined;
};

function* boxesIn(bytes: Buffer, from: number, to: number): Generator<Box> {
  let at = from;
  while (at + 8 <= to) {
    const size = bytes.readUInt32BE(at);
    // 0: up to the end; 1: a size of 64 bits follows the name.
    const head = size === 1 ? 16 : 8;
    const length = size === 0 ? to - at : size === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : size;
    if (length < head) return;
    yield { type: bytes.toString('latin1', at + 4, at + 8), from: at + head, to: Math.min(to, at + length) };
    at += length;
  }
}
