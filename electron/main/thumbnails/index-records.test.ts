import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeRecord, encodeRecords, RECORD_BYTES, type IndexRecord } from './index-records.js';
import { VARIANTS } from './keys.js';

describe('index records', () => {
  const picture = (variant: (typeof VARIANTS)[number], damaged: boolean): IndexRecord => ({
    ...{
      type: 'picture',
      fingerprint: 'ab'.repeat(16),
      variant,
      damaged,
      bytes: 4_000_000_000,
      checksum: 0xfedcba98,
      usedOn: 20_000,
    },
    ...{ width: 60_000, height: 3, duration: 1.5, placeholder: Uint8Array.from({ length: 24 }, (_, i) => i) },
  });

  it('come back as they were, every variant', () => {
    const records: IndexRecord[] = [
      ...[null, 0, 0xfedcba98].map((sum): IndexRecord => ({
        ...{ type: 'file', identity: '01'.repeat(16), fingerprint: 'cd'.repeat(16) },
        ...{ size: 2 ** 40, path: 'fe'.repeat(8), sum, pictured: sum !== 0, version: sum ?? 0xffffffff },
      })),
      { type: 'colors', fingerprint: 'ef'.repeat(16), placeholder: new Uint8Array(24).fill(200) },
      ...VARIANTS.flatMap((variant) => [picture(variant, false), picture(variant, true)]),
    ];
    const bytes = encodeRecords(records);
    expect(records.map((_, i) => decodeRecord(bytes, i * RECORD_BYTES))).toEqual(records);
  });

  it('keep pictures of before there were placeholders of this kind, without one', () => {
    const made = { ...picture('grid', false), placeholder: new Uint8Array(0) } as IndexRecord;
    const bytes = encodeRecords([made]);
    expect(bytes[0]).toBe(2);
    expect(decodeRecord(bytes, 0)).toEqual(made);
    // What was there for the tile then means something else now.
    bytes.fill(7, 36, 60);
    bytes.writeUInt32LE(crc32(bytes.subarray(0, RECORD_BYTES - 4)), RECORD_BYTES - 4);
    expect(decodeRecord(bytes, 0)).toEqual(made);
  });

  it('are nothing when a single bit is wrong', () => {
    const bytes = encodeRecords([picture('large', true)]);
    for (let bit = 0; bit < RECORD_BYTES * 8; bit++) {
      const damaged = Buffer.from(bytes);
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(decodeRecord(damaged, 0)).toBeNull();
    }
  });
});
