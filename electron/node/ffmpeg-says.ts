// Runs in main and in a thumbnail worker: reads the facts of a video out of what ffmpeg prints about its input.

import type { Codecs } from '../shared/details.js';

export interface VideoFacts {
  /** Seconds; 0 while unknown. */
  readonly duration: number;
  /** Pixels as shown, after rotation and with square pixels; 0 while unknown. */
  readonly width: number;
  readonly height: number;
  /** High dynamic range, which has to be mapped to be seen right on a common screen. */
  readonly hdr: boolean;
  /** Only where ffmpeg was asked. */
  readonly codecs?: Codecs;
}

/** What ffmpeg says of a still picture that comes with a sound or a film. */
const COVER = '(attached pic)';

/** The facts of the first moving picture in ffmpeg's messages, or else of the first cover. */
export function readFacts(messages: string): VideoFacts {
  // Behind "Output #0" ffmpeg describes the frame it writes, in the same words.
  const input = messages.split(/^Output #0/m, 1)[0] ?? '';
  const pictures = [...input.matchAll(/^\s*Stream #\d+:\d+.*?: Video: (.*)$/gm)];
  const stream = pictures.find(([line]) => !line.includes(COVER)) ?? pictures[0];
  const rotated = quarterTurned(stream ? input.slice(stream.index + stream[0].length) : '');
  const size = readSize(stream?.[1] ?? '');
  return {
    duration: readDuration(input),
    width: rotated ? size.height : size.width,
    height: rotated ? size.width : size.height,
    hdr: /smpte2084|arib-std-b67/.test(stream?.[1] ?? ''),
  };
}

function readDuration(text: string): number {
  const parts = /Duration: (\d+):(\d\d):(\d\d(?:\.\d+)?)/.exec(text);
  return parts ? Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3]) : 0;
}

function readSize(stream: string): { width: number; height: number } {
  const size = /, (\d{1,5})x(\d{1,5})(?: \[SAR (\d+):(\d+))?/.exec(stream);
  if (!size) return { width: 0, height: 0 };
  const [, width, height, across, down] = size.map(Number);
  const ratio = across && down ? across / down : 1;
  return { width: Math.round((width ?? 0) * ratio), height: height ?? 0 };
}

/** Whether a stream's picture is turned by 90 or 270 degrees; `rest` is what follows its line. */
function quarterTurned(rest: string): boolean {
  const own = rest.split(/^\s*Stream #/m, 1)[0] ?? '';
  const degrees = Number(/displaymatrix: rotation of (-?[\d.]+)/.exec(own)?.[1] ?? 0);
  return Math.round(Math.abs(degrees) / 90) % 2 === 1;
}

/** What a file holds, by ffmpeg's names; null where there is none. */
export interface Streams {
  readonly video: { readonly codec: string; readonly pixelFormat: string } | null;
  readonly audio: string | null;
  /** Seconds; 0 while unknown. */
  readonly duration: number;
}

/** The first moving picture and the first sound in ffmpeg's messages. A cover is no moving picture. */
export function readStreams(messages: string): Streams {
  const input = messages.split(/^Output #0/m, 1)[0] ?? '';
  const lines = [...input.matchAll(/^\s*Stream #\d+:\d+.*?: (Video|Audio): (.*)$/gm)];
  const first = (kind: string) =>
    lines.find(([, of, rest]) => of === kind && !rest!.includes(COVER))?.[2] ?? null;
  const [video, audio] = [first('Video'), first('Audio')];
  // Behind the codec stand its profile and its tag in brackets, then the pixel format with its own brackets.
  const parts = video === null ? null : /^(\w+)[^,]*, (\w+)/.exec(video);
  return {
    video: parts && { codec: parts[1]!, pixelFormat: parts[2]! },
    audio: audio === null ? null : (/^\w+/.exec(audio)?.[0] ?? null),
    duration: readDuration(input),
  };
}

/** Where ffmpeg has a name of its own for what is called otherwise here. */
const NAMES: Readonly<Record<string, string>> = { h264: 'avc', pcm_s16le: 'pcm-s16', pcm_u8: 'pcm-u8' };

/** What the streams in ffmpeg's messages are coded in. */
export function readCodecs(messages: string): Codecs {
  const { video, audio } = readStreams(messages);
  const named = (codec: string | undefined) => (codec === undefined ? null : (NAMES[codec] ?? codec));
  return { videoCodec: named(video?.codec), audioCodec: named(audio ?? undefined) };
}
