// Runs in a thumbnail worker: videos. Finds a frame from the middle that shows something.

import type { FileHandle } from 'node:fs/promises';
import type { ThumbnailJob } from '../shared/messages.js';
import { AppError } from '../shared/result.js';
import { inputOf } from '../node/ffmpeg-input.js';
import { NOT_A_VIDEO, videoError } from './errors.js';
import { readCodecs, readFacts, type VideoFacts } from '../node/ffmpeg-says.js';
import { runFfmpeg } from './ffmpeg.js';
import {
  assumedColours,
  frameArguments,
  isOldFfmpeg,
  lacksFilm,
  lacksFilter,
  type FrameWish,
} from './ffmpeg-arguments.js';
import { isBlank, readFrame, type Frame } from './frame.js';
import { encode, type Picture } from './picture.js';
import { probe } from './probe.js';
import { loadSharp } from './sharp.js';
import { sniff, SNIFF_BYTES } from './sniff.js';

export interface VideoWork {
  readonly handle: FileHandle;
  readonly size: number;
  readonly job: ThumbnailJob;
  /** On the clock of `performance.now`. */
  readonly deadline: number;
}

/** Parts of the duration to look at, the middle first. */
const PLACES = [0.5, 0.25, 0.75, 0.05] as const;
/** The same exactly: each costs decoding up to it, so only where the cheap ones show nothing. */
const EXACT_PLACES = [0.5, 0.9] as const;
/** Seconds to look at where nobody knows how long it is, as in what a browser or a program that crashed has recorded. */
const UNKNOWN_PLACES = [4, 16, 60] as const;
const EXACT_UNKNOWN_PLACES = [4, 16] as const;

/** What the installed ffmpeg turned out to lack; the same for every job of this worker. */
const lacks = { fpsMode: false, toneMapping: false };

/** The thumbnail of a video. */
export async function makeVideo(work: VideoWork): Promise<Picture> {
  const { job, handle, size } = work;
  if (job.ffmpeg === null) {
    throw new AppError('unsupported', 'Videos need ffmpeg, which was not found on this computer.');
  }
  await refusePictures(handle);
  const known = await probe(handle, size);
  const { frame, facts } = known ? await search(work, known) : await searchUnprobed(work);
  const sharp = await loadSharp();
  const { data, width, height, channels } = frame;
  const encoded = await encode(sharp(data, { raw: { width, height, channels } }), job.longestSide);
  const { duration, codecs } = facts;
  return {
    ...encoded,
    width: facts.width || width,
    height: facts.height || height,
    duration,
    codecs,
    warning: null,
  };
}

/** A photo or a text with a video's name would only make ffmpeg guess. */
async function refusePictures(handle: FileHandle): Promise<void> {
  const head = Buffer.alloc(SNIFF_BYTES);
  const { bytesRead } = await handle.read(head, 0, head.length, 0);
  const content = sniff(head.subarray(0, bytesRead));
  if (content !== 'video' && content !== 'unknown') throw new AppError('unsupported', NOT_A_VIDEO);
}

interface Found {
  readonly frame: Frame;
  readonly facts: VideoFacts;
}

/** ffmpeg tells duration, size and codecs on the way to the first frame, which stays the last resort. */
async function searchUnprobed(work: VideoWork): Promise<Found> {
  const { frame, messages, signal } = await grab(work, { seconds: 0, accurate: false, hdr: false });
  const facts = { ...readFacts(messages), codecs: readCodecs(messages) };
  if (!frame && facts.width === 0) throw videoError(messages, signal);
  // Nobody knew yet that it is too bright for a common screen.
  if (facts.hdr) return search(work, facts);
  if (frame && facts.duration < 1 && !isBlank(frame)) return { frame, facts };
  return search(work, facts, frame);
}

/** Looks at several places until a frame shows something; otherwise the best of what was seen. */
async function search(work: VideoWork, facts: VideoFacts, first: Frame | null = null): Promise<Found> {
  let best = first;
  let failed: Grabbed | undefined;
  for (const place of placesOf(facts.duration, first === null)) {
    let seen;
    try {
      seen = await grab(work, { ...place, hdr: facts.hdr });
    } catch (error) {
      // Out of time, but something was seen: better than nothing.
      if (best && error instanceof AppError && error.code === 'timeout') break;
      throw error;
    }
    failed ??= seen;
    if (seen.frame && !isBlank(seen.frame)) return { frame: seen.frame, facts };
    if (seen.frame && seen.frame.spread > (best?.spread ?? -1)) best = seen.frame;
  }
  if (!best) throw videoError(failed?.messages ?? '', failed?.signal);
  return { frame: best, facts };
}

/** Where to look, cheap looks first: the key frame before each place. `fromStart`: the first frame was not seen yet. */
function placesOf(duration: number, fromStart: boolean): Omit<FrameWish, 'hdr'>[] {
  const known = duration > 0;
  const at = (places: readonly number[], accurate: boolean) =>
    places.map((place) => ({ seconds: known ? duration * place : place, accurate }));
  return [
    ...at(known ? PLACES : UNKNOWN_PLACES, false),
    ...at(known ? EXACT_PLACES : EXACT_UNKNOWN_PLACES, true),
    ...(fromStart ? [{ seconds: 0, accurate: false }] : []),
  ];
}

interface Grabbed {
  /** Null when ffmpeg wrote none. */
  readonly frame: Frame | null;
  readonly messages: string;
  readonly signal: NodeJS.Signals | null;
}

async function grab(work: VideoWork, wish: FrameWish): Promise<Grabbed> {
  const { job, handle, deadline } = work;
  const { file, descriptor } = inputOf(job.path, handle);
  const attempt = (how: Partial<FrameWish> = {}) =>
    runFfmpeg({
      ffmpeg: job.ffmpeg ?? '',
      args: frameArguments({
        file,
        longestSide: job.longestSide,
        wish: { ...wish, hdr: wish.hdr && !lacks.toneMapping, ...how },
        oldFfmpeg: lacks.fpsMode,
        cpuSeconds: Math.ceil(job.timeLimit / 1000),
      }),
      ...(descriptor === undefined ? {} : { descriptor }),
      deadline,
      maxOutput: job.longestSide * job.longestSide * 3 + 1024,
    });
  let result = await attempt();
  if (!lacks.fpsMode && isOldFfmpeg(result.messages)) {
    lacks.fpsMode = true;
    result = await attempt();
  }
  if (lacksFilm(result.messages)) result = await attempt({ cover: true });
  if (wish.hdr && !lacks.toneMapping && lacksFilter(result.messages)) {
    lacks.toneMapping = true;
    result = await attempt();
  }
  let frame = readFrame(result.output);
  if (!frame && wish.hdr && !lacks.toneMapping) {
    const assumed = assumedColours(result.messages);
    if (assumed !== '') frame = readFrame((result = await attempt({ assumed })).output);
    // A picture that is too pale is better than none, and only this run tells whether the video is damaged.
    if (!frame) frame = readFrame((result = await attempt({ hdr: false })).output);
  }
  const { messages, signal } = result;
  return { frame, messages, signal };
}
