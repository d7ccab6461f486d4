// Runs in Node, in tests, benches and the demo: takes an HEVC byte stream apart for a HEIC file.

import { u16, u8 } from './boxes.js';

export interface NalUnit {
  /** 0 to 31 are pictures; 32, 33, 34 the parameter sets VPS, SPS, PPS (ITU-T H.265, table 7-1). */
  readonly type: number;
  readonly bytes: Buffer;
}

/** The units between the start codes of a byte stream (ITU-T H.265, annex B). */
export function splitAnnexB(stream: Buffer): NalUnit[] {
  const starts: number[] = [];
  for (let at = stream.indexOf('000001', 0, 'hex'); at >= 0; at = stream.indexOf('000001', at + 3, 'hex')) {
    starts.push(at + 3);
  }
  return starts.map((start, i) => {
    let end = (starts[i + 1] ?? stream.length + 3) - 3;
    while (end > start && stream[end - 1] === 0) end--;
    const bytes = stream.subarray(start, end);
    return { type: ((bytes[0] ?? 0) >> 1) & 0x3f, bytes };
  });
}

/** The decoder configuration record (ISO/IEC 14496-15, 8.3.3.1) for 8-bit 4:2:0. */
export function hevcConfiguration(units: readonly NalUnit[]): Buffer {
  const sps = units.find(({ type }) => type === 33);
  if (!sps) throw new Error('The HEVC stream has no sequence parameter set');
  // Two bytes of header and one of ids, then profile, tier, compatibility and level in twelve bytes.
  const profile = withoutEmulation(sps.bytes).subarray(3, 15);
  const arrays = [32, 33, 34].map((wanted) => {
    const sets = units
      .filter(({ type }) => type === wanted)
      .map(({ bytes }) => Buffer.concat([u16(bytes.length), bytes]));
    return Buffer.concat([u8(0x80 | wanted), u16(sets.length), ...sets]);
  });
  return Buffer.concat([
    u8(1),
    profile,
    u16(0xf000), // no minimum of spatial segments
    u8(0xfc), // parallelism unknown
    u8(0xfd), // 4:2:0
    u8(0xf8), // 8 bits luma
    u8(0xf8), // 8 bits chroma
    u16(0), // frame rate unknown
    u8(0x0f), // one temporal layer, nested, lengths of four bytes
    u8(arrays.length),
    ...arrays,
  ]);
}

/** Removes the bytes that keep start codes out of a unit (ITU-T H.265, 7.3.1.1). */
function withoutEmulation(bytes: Buffer): Buffer {
  const kept: number[] = [];
  let zeros = 0;
  for (const byte of bytes) {
    if (zeros >= 2 && byte === 3) {
      zeros = 0;
      continue;
    }
    zeros = byte === 0 ? zeros + 1 : 0;
    kept.push(byte);
  }
  return Buffer.from(kept);
}
