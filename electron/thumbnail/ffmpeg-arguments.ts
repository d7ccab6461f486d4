// Runs in a thumbnail worker: the command line that gets one frame out of a video. Pure, so every part is tested.

import { INPUT_LIMITS } from '../node/ffmpeg-input.js';

export interface FrameWish {
  readonly seconds: number;
  /** false: the key frame before, which is cheap; true: exactly there. */
  readonly accurate: boolean;
  /** Map high dynamic range to a common screen. */
  readonly hdr: boolean;
  /** What to take for the colours of such a video, as far as it does not name them: see {@link assumedColours}. */
  readonly assumed?: string;
  /** A still picture that comes with a sound or a film; otherwise the film. */
  readonly cover?: boolean;
}

export interface FrameCommand {
  /** An absolute path. */
  readonly file: string;
  readonly longestSide: number;
  readonly wish: FrameWish;
  /** Before version 5.1, which knows `-fps_mode` only as `-vsync`. */
  readonly oldFfmpeg: boolean;
  /** ffmpeg ends itself after this much work, in case nobody is left to end it. */
  readonly cpuSeconds: number;
}

/** Arguments that make ffmpeg write one upright frame as PPM to its output. */
export function frameArguments({ file, longestSide, wish, oldFfmpeg, cpuSeconds }: FrameCommand): string[] {
  const place =
    wish.seconds > 0 ? [...(wish.accurate ? [] : ['-noaccurate_seek']), '-ss', wish.seconds.toFixed(3)] : [];
  return [
    ...['-hide_banner', '-nostdin', '-loglevel', 'info', '-nostats'],
    ...(process.platform === 'win32' ? [] : ['-timelimit', String(cpuSeconds)]),
    ...[...INPUT_LIMITS, '-filter_threads', '1', '-threads', '1', ...place, '-i', `file:${file}`],
    // V: no covers, which may stand before the film.
    ...['-map', wish.cover ? '0:v:0' : '0:V:0', '-an', '-sn', '-dn'],
    ...['-frames:v', '1', '-vf', frameFilter(longestSide, wish)],
    // Without passthrough ffmpeg decodes a whole group of pictures to find out about the frame rate.
    ...[oldFfmpeg ? '-vsync' : '-fps_mode', 'passthrough'],
    ...['-f', 'image2pipe', '-c:v', 'ppm', '-pix_fmt', 'rgb24', 'pipe:1'],
  ];
}

/** Square pixels, longest side at most `longestSide`, never larger than the original. */
function frameFilter(longestSide: number, { hdr, assumed }: FrameWish): string {
  const factor = `min(1,${longestSide}/max(iw*sar,ih))`;
  const scale = `scale=w='max(1,trunc(iw*sar*${factor}))':h='max(1,trunc(ih*${factor}))',setsar=1`;
  // Scaled before it is mapped: mapping is costly per pixel.
  return hdr
    ? `${assumed ? `${assumed},` : ''}${scale},zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv,format=yuv420p`
    : scale;
}

/**
 * A filter that names what a video of a high dynamic range leaves unnamed, by ffmpeg's messages: the colours all of them
 * have. Empty when nothing is missing. The mapping refuses colours without a name.
 */
export function assumedColours(messages: string): string {
  const [, matrix, primaries] = /\b([\w-]+)\/([\w-]+)\/(?:smpte2084|arib-std-b67)\b/.exec(messages) ?? [];
  const missing = [
    ...(primaries === 'unknown' ? ['color_primaries=bt2020'] : []),
    ...(matrix === 'unknown' ? ['colorspace=bt2020nc'] : []),
  ];
  return missing.length > 0 ? `setparams=${missing.join(':')}` : '';
}

/** Whether ffmpeg's messages say that it is older than `-fps_mode`. */
export function isOldFfmpeg(messages: string): boolean {
  return /Unrecognized option 'fps_mode'|Option fps_mode not found/.test(messages);
}

/** Whether ffmpeg's messages say that there is no film, but maybe a cover. */
export function lacksFilm(messages: string): boolean {
  return messages.includes("'0:V:0' matches no streams");
}

/** Whether ffmpeg's messages say that it was built without a filter. */
export function lacksFilter(messages: string): boolean {
  return /No such filter/.test(messages);
}
