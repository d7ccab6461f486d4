// Runs in Node, in tests, benches and the demo: makes one video file with ffmpeg.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import sharp from 'sharp';
import { turnVideo } from './mp4.js';
import { ffmpeg } from './ffmpeg.js';
import { drawScene, type LightName, type SceneName } from './scenes/index.js';

export interface VideoOptions {
  /** Pixels as shown; even numbers. */
  readonly width?: number;
  readonly height?: number;
  /** Seconds. */
  readonly seconds?: number;
  /** Frames per second. */
  readonly rate?: number;
  /** `counter` shows a running clock and moving bars, for tests of seeking. */
  readonly scene?: SceneName | 'counter';
  readonly light?: LightName;
  readonly seed?: number;
  readonly motion?: 'zoom' | 'left' | 'right';
  /** Sound: a soft melody. */
  readonly audio?: boolean;
  /** MP4 and MOV: the frames are stored lying on their side, and the file says to turn them back. */
  readonly turned?: boolean;
  /** Date taken, local time, `2023-06-14T10:31:00`. */
  readonly taken?: string;
  /** WebM: `vp8` or `vp9`. */
  readonly codec?: 'vp8' | 'vp9';
}

const H264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '23', '-pix_fmt', 'yuv420p', '-g', '25'];
const AAC = ['-c:a', 'aac', '-b:a', '96k'];
const MP4 = [...H264, ...AAC, '-movflags', '+faststart'];
const VP = ['-deadline', 'realtime', '-cpu-used', '8', '-b:v', '900k', '-c:a', 'libopus', '-b:a', '64k'];
const MPEG2 = ['-c:v', 'mpeg2video', '-q:v', '4', '-c:a', 'mp2', '-b:a', '128k'];

/** Codecs by extension: what such a file usually holds. */
const CODECS: Record<string, readonly string[]> = {
  '.mp4': MP4,
  '.m4v': [...MP4, '-f', 'mp4'],
  '.mov': MP4,
  '.3gp': [...H264, '-profile:v', 'baseline', ...AAC],
  '.mkv': [...H264, ...AAC],
  '.flv': [...H264, ...AAC],
  '.ts': [...H264, ...AAC],
  '.mts': [...H264, ...AAC, '-f', 'mpegts', '-mpegts_m2ts_mode', '1'],
  '.webm': ['-c:v', 'libvpx', ...VP],
  '.avi': ['-c:v', 'mpeg4', '-q:v', '4', '-c:a', 'mp2', '-b:a', '128k'],
  '.mpg': MPEG2,
  '.wmv': ['-c:v', 'wmv2', '-q:v', '4', '-c:a', 'wmav2', '-b:a', '96k'],
};

/** Extensions that {@link video} can write, with the dot. */
export const VIDEO_EXTENSIONS = Object.keys(CODECS);

/** Extensions that the H.264 and AAC of one MP4 can be rewrapped into. */
export const REMUXED = ['.m4v', '.mov', '.3gp', '.mkv', '.flv', '.ts', '.mts'];

const EXACT = ['-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact', '-threads', '2'];

/** Writes a video; its container and codecs follow from the extension of `file`. */
export async function video(file: string, options: VideoOptions = {}): Promise<void> {
  const { width = 640, height = 360, seconds = 4, audio = true, turned = false } = options;
  const codecs = codecsOf(file, options.codec);
  const folder = mkdtempSync(join(tmpdir(), 'home-gallery-video-'));
  try {
    const [input, filter] = await frames(folder, options, width, height, seconds);
    const melody = audio ? ['-f', 'lavfi', '-i', MELODY] : [];
    const turn = turned ? ',transpose=cclock' : '';
    const streams = audio ? ['-map', '0:v', '-map', '1:a'] : ['-map', '0:v', '-an'];
    await ffmpeg([
      ...[...input, ...melody, ...streams, '-vf', `${filter}${turn},format=yuv420p`, '-t', String(seconds)],
      ...[...codecs, ...EXACT, ...created(options.taken), file],
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (turned) writeFileSync(file, turnVideo(readFileSync(file)));
}

/** Puts the streams of an MP4 into another container, without encoding them again. */
export async function rewrap(source: string, file: string, taken?: string): Promise<void> {
  const format = extname(file).toLowerCase();
  const extra =
    format === '.m4v' ? ['-f', 'mp4'] : format === '.mts' ? ['-f', 'mpegts', '-mpegts_m2ts_mode', '1'] : [];
  await ffmpeg([
    '-i',
    source,
    '-map',
    '0',
    '-c',
    'copy',
    ...extra,
    '-fflags',
    '+bitexact',
    ...created(taken),
    file,
  ]);
}

function codecsOf(file: string, codec: VideoOptions['codec']): readonly string[] {
  const codecs = CODECS[extname(file).toLowerCase()];
  if (!codecs) throw new Error(`No codecs are known for ${file}`);
  if (codec === 'vp9') return ['-c:v', 'libvpx-vp9', '-row-mt', '1', ...VP];
  return codecs;
}

const created = (taken: string | undefined): string[] =>
  taken ? ['-metadata', `creation_time=${taken}Z`] : [];

/** Two notes a second, each fading away. */
const MELODY =
  "aevalsrc=exprs='0.25*exp(-4*mod(t,0.5))*sin(2*PI*t*220*pow(2,mod(floor(t*2)*7,12)/12))':sample_rate=44100:channel_layout=mono";

/** Arguments for the input, and the filter that makes moving frames of it. */
async function frames(
  folder: string,
  { scene = 'sea', light = 'sunset', seed = 1, rate = 25, motion = 'zoom' }: VideoOptions,
  width: number,
  height: number,
  seconds: number,
): Promise<[input: string[], filter: string]> {
  if (scene === 'counter') {
    return [
      ['-f', 'lavfi', '-i', `testsrc2=size=${width}x${height}:rate=${rate}:duration=${seconds}`],
      'null',
    ];
  }
  const svg = drawScene({ scene, light, seed, width: width * 2, height: height * 2 });
  const still = join(folder, 'still.png');
  await sharp(Buffer.from(svg)).flatten().png({ compressionLevel: 1 }).toFile(still);
  const count = Math.ceil(seconds * rate);
  const along = motion === 'left' ? `(1-on/${count})` : motion === 'right' ? `on/${count}` : '0.5';
  const zoom = motion === 'zoom' ? `1+0.35*on/${count}` : '1.3';
  const place = `x='(iw-iw/zoom)*${along}':y='(ih-ih/zoom)*0.5'`;
  return [['-i', still], `zoompan=z='${zoom}':${place}:d=${count}:s=${width}x${height}:fps=${rate}`];
}
