// Runs in main: how a video that the window cannot play becomes one that it can. Pure.

import type { Streams } from '../../node/ffmpeg-says.js';
import { AppError } from '../../shared/result.js';

/** What the ffmpeg at hand can write, by the names of its encoders. */
export type Encoders = ReadonlySet<string>;

export interface PlayPlan {
  readonly container: 'mp4' | 'webm';
  /** `copy`: the pictures are taken over as they are; otherwise the encoder. */
  readonly video: 'copy' | 'libx264' | 'libopenh264' | 'libvpx';
  /** Encoder of the sound; null when there is none. Sound is cheap to encode, so it always is. */
  readonly audio: 'aac' | 'libopus' | 'libvorbis' | null;
  /** Content type with codecs, for a media source. */
  readonly mime: string;
}

/** The window's decoder knows H.264 with eight bits and quartered colours. */
const isPlayable = ({ codec, pixelFormat }: NonNullable<Streams['video']>): boolean =>
  codec === 'h264' && /^yuvj?420p$/.test(pixelFormat);

/**
 * The cheapest way that the window can play: in another container where its codec fits, newly encoded where it does not.
 * @throws AppError `unsupported` when there is no moving picture, or no encoder
 */
export function planOf({ video, audio }: Streams, encoders: Encoders): PlayPlan {
  if (video === null) throw new AppError('unsupported', 'There is no moving picture in this file.');
  const h264 = (['libx264', 'libopenh264'] as const).find((name) => encoders.has(name));
  const how = isPlayable(video) ? 'copy' : h264;
  if (how !== undefined) {
    const sound = audio !== null && encoders.has('aac') ? 'aac' : null;
    return {
      container: 'mp4',
      video: how,
      audio: sound,
      mime: mime('mp4', 'avc1.64002a', sound && 'mp4a.40.2'),
    };
  }
  if (!encoders.has('libvpx')) {
    throw new AppError(
      'unsupported',
      'The ffmpeg of this computer cannot make a video that can be played here.',
    );
  }
  const opus = (['libopus', 'libvorbis'] as const).find((name) => encoders.has(name)) ?? null;
  const sound = audio === null ? null : opus;
  const codec = sound && (sound === 'libopus' ? 'opus' : 'vorbis');
  return { container: 'webm', video: 'libvpx', audio: sound, mime: mime('webm', 'vp8', codec) };
}

const mime = (container: string, video: string, audio: string | null): string =>
  `video/${container}; codecs="${[video, audio].filter((codec) => codec !== null).join(', ')}"`;

/** The encoders in what `ffmpeg -encoders` prints. */
export const readEncoders = (text: string): Encoders =>
  new Set([...text.matchAll(/^ [A-Z.]{6} (\S+)/gm)].map(([, name]) => name!));
