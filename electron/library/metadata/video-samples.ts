// Runs in unit tests: small videos by mediabunny's writer, so that tests need no encoder.

import {
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  MkvOutputFormat,
  MovOutputFormat,
  Mp4OutputFormat,
  MpegTsOutputFormat,
  Output,
  WebMOutputFormat,
  type OutputFormat,
  type VideoCodec,
} from 'mediabunny';
import { box, fullBox, text, u16, u32 } from './samples.js';

export type Container = 'mp4' | 'mov' | 'mkv' | 'webm' | 'ts' | 'fragmented' | 'recording';

const FORMATS: Record<Container, () => OutputFormat> = {
  mp4: () => new Mp4OutputFormat({ fastStart: 'in-memory' }),
  mov: () => new MovOutputFormat({ fastStart: false }),
  mkv: () => new MkvOutputFormat(),
  webm: () => new WebMOutputFormat(),
  ts: () => new MpegTsOutputFormat(),
  recording: () => new WebMOutputFormat({ appendOnly: true }),
  fragmented: () => new Mp4OutputFormat({ fastStart: 'fragmented' }),
};

export interface VideoOptions {
  readonly rotation?: 0 | 90 | 180 | 270;
  /** Seconds. */
  readonly duration?: number;
  readonly width?: number;
  readonly height?: number;
}

/** Sequence and picture parameters of a 64 x 48 H.264 stream, which a transport stream must carry. */
const AVC_HEAD = Buffer.from(
  '000000016742c00adc47b011000003000100000300140f122780000000000168ce0f2c80',
  'hex',
);

/** A MOV file (its index at the end) with one more box in its index. */
function withInIndex(mov: Buffer, more: Buffer): Buffer {
  const moov = mov.lastIndexOf('moov') - 4;
  return Buffer.concat([
    mov.subarray(0, moov),
    u32(mov.length - moov + more.length),
    mov.subarray(moov + 4),
    more,
  ]);
}

/** A MOV file with metadata the way QuickTime writes it: numbered keys, then their values. */
export function withAppleTags(mov: Buffer, tags: Readonly<Record<string, string>>): Buffer {
  const names = Object.keys(tags).map((name) => box('mdta', text(name)));
  const values = Object.values(tags).map((value, index) =>
    Buffer.concat([u32(value.length + 24), u32(index + 1), box('data', u32(1), u32(0), text(value))]),
  );
  const handler = fullBox('hdlr', 0, u32(0), text('mdta'), Buffer.alloc(13));
  const keys = fullBox('keys', 0, u32(names.length), ...names);
  return withInIndex(mov, box('meta', handler, keys, box('ilst', ...values)));
}

/** A MOV file with texts in `udta`, each with its length and language, as Androids write the place. */
export const withUserData = (mov: Buffer, tags: Readonly<Record<string, string>>): Buffer =>
  withInIndex(
    mov,
    box(
      'udta',
      ...Object.entries(tags).map(([name, value]) => box(name, u16(value.length), u16(0x15c7), text(value))),
    ),
  );

/** A video whose frames hold nothing worth decoding. */
export async function video(container: Container, options: VideoOptions = {}): Promise<Buffer> {
  const { rotation = 0, duration = 2, width = 64, height = 48 } = options;
  const target = new BufferTarget();
  const output = new Output({ format: FORMATS[container](), target });
  const codec: VideoCodec = container === 'ts' ? 'avc' : 'vp9';
  const source = new EncodedVideoPacketSource(codec);
  output.addVideoTrack(source, container === 'ts' ? { frameRate: 10 } : { rotation, frameRate: 10 });
  await output.start();
  const frames = duration * 10;
  const name = codec === 'avc' ? 'avc1.42000a' : 'vp09.00.10.08';
  const meta = { decoderConfig: { codec: name, codedWidth: width, codedHeight: height } };
  for (let i = 0; i < frames; i++) {
    const slice = Buffer.from([0, 0, 0, 1, 0x65, 0x88, 0x84, 0x21, 0xa0, i]);
    const data = codec === 'avc' ? Buffer.concat([AVC_HEAD, slice]) : Buffer.alloc(50, i);
    await source.add(
      new EncodedPacket(data, i === 0 || codec === 'avc' ? 'key' : 'delta', i / 10, 0.1),
      meta,
    );
  }
  await output.finalize();
  return Buffer.from(target.buffer!);
}
