import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { handleOf, u16, u32 } from './samples.js';
import { readVideo } from './video-metadata.js';
import { video } from './video-samples.js';

const FFMPEG = process.env['HOME_GALLERY_FFMPEG'] ?? 'ffmpeg';

const durationOf = async (bytes: Buffer) => (await readVideo(handleOf(bytes))).facts.duration;

const hex = (text: string) => Buffer.from(text, 'hex');
/** An element with a size of eight bytes, or one that says that it does not know it. */
const element = (id: string, ...content: Buffer[]) => {
  const body = Buffer.concat(content);
  return Buffer.concat([hex(id), hex('01000000'), u32(body.length), body]);
};
const open = (id: string, ...content: Buffer[]) =>
  Buffer.concat([hex(id), hex('01ffffffffffffff'), ...content]);

const CLUSTER = '1f43b675';
const time = (ticks: number) => element('e7', u32(ticks));
const content = (ticks: number, size: number) =>
  Buffer.concat([hex('81'), u16(ticks), hex('80'), Buffer.alloc(size, 0x55)]);
const block = (ticks: number, size = 50) => element('a3', content(ticks, size));
const group = (ticks: number) => element('a0', element('a1', content(ticks, 50)), element('9b', u16(40)));
/** A recording of two seconds, then something else. */
const recorded = async (...more: Buffer[]) => Buffer.concat([await video('recording'), ...more]);

describe('a recording that does not say how long it is', () => {
  it.each([
    ['webm', []],
    ['webm', ['-live', '1']],
    ['matroska', ['-cluster_time_limit', '1000']],
  ])('is as long as its pictures: ffmpeg to a pipe, %s %j', async (format, more) => {
    const picture = ['-f', 'lavfi', '-i', 'testsrc=s=64x48:d=7:r=10', '-c:v', 'libvpx', '-f', format];
    const bytes = execFileSync(FFMPEG, ['-v', 'error', '-nostdin', ...picture, ...more, '-']);
    expect(bytes.includes(hex('4489'))).toBe(false);
    // The last of 70 pictures, which are a tenth of a second apart.
    expect(await durationOf(bytes)).toBeCloseTo(6.9, 3);
  });

  it('is as long as its last cluster says, of known size or not, in blocks or groups', async () => {
    expect(await durationOf(await recorded())).toBeCloseTo(1.9, 3);
    for (const cluster of [element, open]) {
      const last = cluster(CLUSTER, time(60_000), block(0), block(500), group(400));
      expect(await durationOf(await recorded(last))).toBe(60.5);
      expect(await durationOf(await recorded(last, element('1c53bb6b', Buffer.alloc(30))))).toBe(60.5);
      const before = cluster(CLUSTER, time(30_000), block(0));
      expect(await durationOf(await recorded(before, cluster(CLUSTER, time(60_000), group(700))))).toBe(60.7);
    }
  });

  it('is as long as it is when its clock does not begin at nought, and counts in other ticks', async () => {
    const bytes = await video('recording');
    const first = bytes.indexOf(hex(CLUSTER));
    const late = [open(CLUSTER, time(50_000), block(0)), open(CLUSTER, time(60_000), block(0))];
    expect(await durationOf(Buffer.concat([bytes.subarray(0, first), ...late]))).toBe(10);
    const tick = bytes.indexOf(hex('2ad7b183'));
    expect(tick).toBeGreaterThan(0);
    bytes.set(hex('07a120'), tick + 4);
    expect(await durationOf(Buffer.concat([bytes.subarray(0, first), ...late]))).toBe(5);
  });

  it('is not misled by pictures that hold what a cluster begins with', async () => {
    const junk = Buffer.alloc(40, 0x77);
    const bare = Buffer.concat([hex(CLUSTER), hex('ff'), junk]);
    const known = Buffer.concat([element(CLUSTER, time(9000), block(0)), junk]);
    const wrong = Buffer.concat([open(CLUSTER, time(9000), block(0)), element('99', junk), junk]);
    for (const inside of [bare, known, wrong, hex(CLUSTER)]) {
      const last = open(CLUSTER, time(60_000), element('a3', content(20, 50), inside));
      expect(await durationOf(await recorded(last))).toBe(60.02);
    }
  });

  it('may be cut, and is long or large', async () => {
    const last = open(CLUSTER, time(60_000), block(20), block(40));
    for (const cut of [1, 30, 57, 58, 62]) {
      expect(await durationOf((await recorded(last)).subarray(0, -cut))).toBe(cut > 51 ? 60.02 : 60.04);
    }
    const large = await recorded(open(CLUSTER, time(60_000), block(0, 3_000_000), block(40)));
    expect(await durationOf(large)).toBe(60.04);
    const handle = handleOf(await recorded(element('ec', Buffer.alloc(5_000_000)), last));
    expect((await readVideo(handle)).facts.duration).toBe(60.04);
    expect(handle.total()).toBeLessThan(1_200_000);
  });

  it('is of unknown length where that cannot be', async () => {
    const bytes = await video('recording');
    const start = bytes.subarray(0, bytes.indexOf(hex(CLUSTER)));
    const late = open(CLUSTER, element('e7', hex('ffffffffffffffff')), block(0));
    for (const end of [Buffer.alloc(0), Buffer.alloc(5000), late, open(CLUSTER, block(40))]) {
      const { facts } = await readVideo(handleOf(Buffer.concat([start, open(CLUSTER, time(0)), end])));
      expect(facts).toMatchObject({ duration: null, width: 64, error: null });
    }
  });

  it('that is hostile is left soon', async () => {
    // Clusters inside blocks, each of which leads through all that follow to an end that is none.
    const nested = Buffer.concat([hex('a38e'), hex(CLUSTER), hex('ffe78100ec80ec80ec80')]);
    const all = Buffer.concat(Array.from({ length: 200_000 }, () => nested));
    const handle = handleOf(await recorded(all, Buffer.alloc(100, 0x77)));
    expect((await readVideo(handle)).facts).toMatchObject({ duration: null, width: 64 });
    const heads = Array.from({ length: 50_000 }, () => hex(CLUSTER));
    expect(await durationOf(await recorded(...heads, hex('77')))).toBe(1.9);
  });
});
