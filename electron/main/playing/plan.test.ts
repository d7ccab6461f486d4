// Tests of how a video is made playable, and of the command lines for it.

import { describe, expect, it } from 'vitest';
import { readStreams } from '../../node/ffmpeg-says.js';
import { playArguments } from './play-arguments.js';
import { planOf, readEncoders } from './plan.js';

const says = (...streams: string[]) =>
  `Input #0, avi, from 'file:/proc/self/fd/3':
  Duration: 00:01:02.50, start: 0.000000, bitrate: 900 kb/s
${streams.map((stream, i) => `  Stream #0:${i}${stream}`).join('\n')}
At least one output file must be specified`;

const H264 =
  '[0x1b](und): Video: h264 (High) (avc1 / 0x31637661), yuv420p(tv, bt709, progressive), 640x360, 25 fps';
const H264_DEEP = ': Video: h264 (High 10), yuv420p10le(progressive), 640x360';
const MPEG4 =
  ': Video: mpeg4 (Advanced Simple Profile) (XVID / 0x44495658), yuv420p, 480x270 [SAR 1:1 DAR 16:9]';
const COVER = ': Video: mjpeg (Baseline), yuvj444p(pc), 300x300, 90k tbr (attached pic)';
const MP3 = ': Audio: mp3 (U[0][0][0] / 0x0055), 44100 Hz, stereo, fltp, 128 kb/s';

const ALL = new Set(['libx264', 'libvpx', 'aac', 'libopus']);

describe('what ffmpeg says of a file', () => {
  it('gives codecs, pixel format and duration', () => {
    expect(readStreams(says(COVER, MPEG4, MP3))).toEqual({
      video: { codec: 'mpeg4', pixelFormat: 'yuv420p' },
      audio: 'mp3',
      duration: 62.5,
    });
    expect(readStreams(says(H264)).video).toEqual({ codec: 'h264', pixelFormat: 'yuv420p' });
    expect(readStreams(says(MP3)).video).toBeNull();
    expect(readStreams('file: Invalid data found')).toEqual({ video: null, audio: null, duration: 0 });
  });
});

describe('plan', () => {
  const of = (encoders: ReadonlySet<string>, ...streams: string[]) =>
    planOf(readStreams(says(...streams)), encoders);

  it('takes pictures over that the window can decode', () => {
    expect(of(ALL, H264, MP3)).toMatchObject({ container: 'mp4', video: 'copy', audio: 'aac' });
    expect(of(ALL, H264).mime).toBe('video/mp4; codecs="avc1.64002a"');
  });

  it('encodes the others anew with what there is', () => {
    expect(of(ALL, H264_DEEP).video).toBe('libx264');
    expect(of(ALL, MPEG4, MP3)).toMatchObject({
      video: 'libx264',
      mime: 'video/mp4; codecs="avc1.64002a, mp4a.40.2"',
    });
    expect(of(new Set(['libvpx', 'libvorbis']), MPEG4, MP3)).toEqual({
      ...{ container: 'webm', video: 'libvpx', audio: 'libvorbis' },
      mime: 'video/webm; codecs="vp8, vorbis"',
    });
  });

  it('says when nothing can be done', () => {
    expect(() => of(ALL, MP3)).toThrow('no moving picture');
    expect(() => of(new Set(), MPEG4)).toThrow('cannot make');
  });

  it('knows the encoders by their list', () => {
    const list =
      ' V..... = Video\n ------\n V....D libx264              libx264 H.264\n A..... aac                  AAC\n';
    expect([...readEncoders(list)]).toEqual(expect.arrayContaining(['libx264', 'aac']));
  });
});

describe('command line', () => {
  const plan = planOf(readStreams(says(MPEG4, MP3)), ALL);

  it('reads only a file, never waits for keys, and goes to a place in it', () => {
    const args = playArguments('/films/old "one".avi', 12.3456, plan);
    expect(args).toContain('-nostdin');
    expect(args[args.indexOf('-protocol_whitelist') + 1]).toBe('file');
    expect(args[args.indexOf('-i') + 1]).toBe('file:/films/old "one".avi');
    expect(args[args.indexOf('-ss') + 1]).toBe('12.346');
    expect(args.indexOf('-ss')).toBeLessThan(args.indexOf('-i'));
    expect(args.at(-1)).toBe('pipe:1');
  });

  it('begins at the beginning', () => {
    expect(playArguments('a.avi', 0, plan)).not.toContain('-ss');
  });
});
