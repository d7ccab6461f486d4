// Runs in main: the command lines of ffmpeg for videos that are played. Pure, so every part is tested.

import { INPUT_LIMITS } from '../../node/ffmpeg-input.js';
import type { PlayPlan } from './plan.js';

/** Newly encoded videos have no more pixels on their longest side: a computer of two cores keeps up with that. */
const LONGEST_SIDE = 1920;

const QUIET = ['-hide_banner', '-nostdin', '-nostats'];

/** Arguments that make ffmpeg say what a file holds; it then complains that it has nothing to do. */
export const probeArguments = (file: string): string[] => [...QUIET, ...INPUT_LIMITS, '-i', `file:${file}`];

/**
 * Arguments that make ffmpeg write a video to its output from `at` (seconds) on, in pieces that can be played before the next
 * ones are there. Times in it are those of the whole video.
 */
export function playArguments(file: string, at: number, plan: PlayPlan): string[] {
  return [
    ...[...QUIET, '-loglevel', 'error', '-copyts', '-start_at_zero', ...INPUT_LIMITS],
    // Indexes of old formats are often wrong or absent.
    ...['-fflags', '+genpts', ...(at > 0 ? ['-ss', at.toFixed(3)] : []), '-i', `file:${file}`],
    // Large V: a cover is not what is played.
    ...['-map', '0:V:0', ...(plan.audio ? ['-map', '0:a:0'] : []), '-sn', '-dn', '-map_metadata', '-1'],
    ...videoArguments(plan),
    ...audioArguments(plan),
    // At the beginning sound may start a little before zero, which pieces cannot say; elsewhere times have to stay.
    ...(at > 0 ? ['-avoid_negative_ts', 'disabled'] : []),
    ...(plan.container === 'mp4'
      ? ['-movflags', 'frag_keyframe+empty_moov+default_base_moof+frag_discont', '-frag_duration', '1000000']
      : ['-cluster_time_limit', '1000', '-live', '1']),
    ...['-f', plan.container, 'pipe:1'],
  ];
}

function videoArguments({ video }: PlayPlan): string[] {
  if (video === 'copy') return ['-c:v', 'copy'];
  const factor = `min(1,${LONGEST_SIDE}/max(iw*sar,ih))`;
  const scale = `scale=w='2*max(1,trunc(iw*sar*${factor}/2))':h='2*max(1,trunc(ih*${factor}/2))',setsar=1`;
  const common = ['-vf', scale, '-pix_fmt', 'yuv420p', '-g', '48', '-c:v', video];
  switch (video) {
    case 'libx264':
      return [...common, '-preset', 'ultrafast', '-crf', '20', '-bf', '0'];
    case 'libopenh264':
      return [...common, '-b:v', '8M'];
    case 'libvpx':
      return [...common, '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '6M', '-crf', '12'];
  }
}

const audioArguments = ({ audio }: PlayPlan): string[] =>
  audio === null ? ['-an'] : ['-c:a', audio, '-b:a', '160k', '-ac', '2'];
