// Runs in the library process: everything a video says about itself, read by mediabunny in this process: starting ffprobe
// for each file would cost fifty times as much. It reads MP4, MOV, M4V, 3GP, MKV, WebM and MPEG transport streams;
// for AVI, FLV, MPG and WMV nothing is known from here.

import {
  BufferSource,
  CustomSource,
  Input,
  Logging,
  LogLevel,
  MATROSKA,
  MP4,
  MPEG_TS,
  QTFF,
  UnsupportedInputFormatError,
  WEBM,
  type InputTrack,
} from 'mediabunny';
import { AppError } from '../../shared/result.js';
import { boxesIn, findBox } from './boxes.js';
import { ByteSource, viewOf, type ReadHandle } from './byte-source.js';
import { parseIsoDate, type Moment } from './date.js';
import { text } from './exif.js';
import { secondsByEnd } from './matroska-end.js';
import { isMatroska, matroskaParts } from './matroska.js';
import { NO_FACTS, type MediaFacts } from './media-facts.js';
import type { OwnFacts, ReadOptions } from './photo-metadata.js';

const DAMAGED = 'What this video says about itself is damaged.';

/** Bytes read from one video at most: the index of a long recording is some megabytes. */
const BUDGET = 32 * 1024 * 1024;
const CACHE = 8 * 1024 * 1024;
const LONGEST_CODEC = 40;
/** Longer than any recording: a number that is wrong. */
const MOST_SECONDS = 1e7;

/**
 * Reads a video. What is damaged or not there is unknown, and `error` tells why.
 * @throws AppError `unsupported` when its format cannot be read here, `unreadable` when the file cannot, the
 *   signal's reason (or `stopped`) when it is ended
 */
export async function readVideo(handle: ReadHandle, { signal }: ReadOptions = {}): Promise<OwnFacts> {
  const source = await ByteSource.open(handle, { budget: BUDGET, signal });
  if (source.size === 0) return nothing('This file is empty.');
  // Failures inside reads are kept here, because the library may wrap or swallow them.
  let failed: AppError | null = null;
  const read = async (start: number, end: number) => {
    try {
      return await source.read(start, end - start);
    } catch (error) {
      failed = error as AppError;
      throw error;
    }
  };
  const matroska = isMatroska(source.head) ? await matroskaParts(source) : undefined;
  if (matroska === null) return nothing(DAMAGED);
  // What the library has to say about odd files would go to the console.
  Logging.level = LogLevel.Silent;
  const input = new Input({
    formats: matroska ? [MATROSKA, WEBM] : [MP4, QTFF, MPEG_TS],
    source: matroska
      ? new BufferSource(matroska.file)
      : new CustomSource({
          ...{ getSize: () => source.size, read, prefetchProfile: 'fileSystem', maxCacheSize: CACHE },
          // It has been kept above.
          handleUnhandledError: () => undefined,
        }),
  });
  try {
    const own = await describe(input);
    source.check();
    if (failed && (failed as AppError).code !== 'unsupported') throw failed as AppError;
    const taken = own.taken ?? (matroska ? matroska.created : await creationTime(source));
    // The small file that was described has no pictures whose times could tell it.
    const duration = own.facts.duration ?? (matroska ? possible(await secondsByEnd(source, matroska)) : null);
    return { ...own, facts: { ...own.facts, duration }, taken };
  } catch (error) {
    source.check();
    const reason = (failed as AppError | null) ?? error;
    if (reason instanceof AppError && reason.code !== 'unsupported') throw reason;
    if (reason instanceof UnsupportedInputFormatError) {
      throw new AppError('unsupported', 'This video format is not read here.', { cause: error });
    }
    return nothing(reason instanceof AppError ? reason.message : DAMAGED);
  } finally {
    input.dispose();
  }
}

const nothing = (error: string): OwnFacts => ({ facts: { ...NO_FACTS, error }, taken: null, changed: null });

/** How the names of tags begin that iPhones and Androids write; the others stand in `moov/udta`, where Androids write the place. */
const APPLE = 'com.apple.quicktime.';
const ANDROID = 'com.android.';

async function describe(input: Input): Promise<OwnFacts> {
  const video = await input.getPrimaryVideoTrack();
  const audio = await input.getPrimaryAudioTrack();
  const raw = (await input.getMetadataTags()).raw ?? {};
  /** The first of some tags that says anything. */
  const said = (...names: string[]) =>
    names.map((name) => text(raw[name])).find((value) => value !== null) ?? null;
  const place = said(`${APPLE}location.ISO6709`, '©xyz');
  const facts: MediaFacts = {
    ...NO_FACTS,
    width: video && pixels(await video.getDisplayWidth()),
    height: video && pixels(await video.getDisplayHeight()),
    rotation: video && (await video.getRotation()),
    duration: await durationOf(input, [video, audio]),
    videoCodec: video && (await codecOf(video)),
    audioCodec: audio && (await codecOf(audio)),
    make: said(`${APPLE}make`, `${ANDROID}manufacturer`, '©mak'),
    model: said(`${APPLE}model`, `${ANDROID}model`, '©mod'),
    contentId: said(`${APPLE}content.identifier`),
    ...(place === null ? {} : placeOf(place)),
    error: video ? null : 'There is no picture in this video.',
  };
  const created = said(`${APPLE}creationdate`);
  return { facts, taken: created === null ? null : parseIsoDate(created), changed: null };
}

const pixels = (value: number): number | null => (value > 0 && value <= 1e6 ? Math.round(value) : null);

const possible = (seconds: number | null): number | null =>
  seconds !== null && seconds > 0 && seconds <= MOST_SECONDS ? seconds : null;

/** Seconds: as the container says, else from its last packets. */
async function durationOf(input: Input, tracks: readonly (InputTrack | null)[]): Promise<number | null> {
  const known = tracks.filter((track) => track !== null);
  let seconds = await input.getDurationFromMetadata();
  try {
    // The clock of a transport stream need not start at nought.
    seconds ??= (await input.computeDuration(known)) - Math.max(0, await input.getFirstTimestamp(known));
  } catch {
    // Too much to read, or damaged further on: what is known of the picture stays. A file that cannot be
    // read at all has been noted by whoever reads for us.
    return null;
  }
  return possible(seconds);
}

async function codecOf(track: InputTrack): Promise<string | null> {
  const name = (await track.getCodec()) ?? (await track.getInternalCodecId());
  return typeof name === 'string' ? name.slice(0, LONGEST_CODEC) : null;
}

/** A place as ISO 6709 writes it: `+48.1371+011.5754+519.000/`. */
function placeOf(text: string): Partial<MediaFacts> {
  const match = /^([+-]\d{1,2}(?:\.\d{1,9})?)([+-]\d{1,3}(?:\.\d{1,9})?)([+-]\d{1,6}(?:\.\d{1,9})?)?/.exec(
    text,
  );
  if (!match) return {};
  const [latitude, longitude] = [Number(match[1]), Number(match[2])];
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180 || (latitude === 0 && longitude === 0)) return {};
  return { latitude, longitude, altitude: match[3] === undefined ? null : Number(match[3]) };
}

/** Seconds from 1904 (where the format counts from) to 1970. */
const SINCE_1904 = 2_082_844_800;
const MOST_MOOV_HEAD = 4096;

/** The creation time in the `mvhd` box of an MP4 or MOV file, which the library does not give; in UTC by the format. */
async function creationTime(source: ByteSource): Promise<Moment | null> {
  if (
    !['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip'].includes(
      Buffer.from(source.head.subarray(4, 8)).toString('latin1'),
    )
  )
    return null;
  const moov = await findBox(source, 'moov');
  if (!moov) return null;
  const bytes = await source.read(moov.start, Math.min(moov.end - moov.start, MOST_MOOV_HEAD));
  const [mvhd] = boxesIn(bytes);
  if (mvhd?.type !== 'mvhd' || mvhd.end - mvhd.start < 12) return null;
  const view = viewOf(bytes);
  const seconds =
    bytes[mvhd.start] === 1 ? Number(view.getBigUint64(mvhd.start + 4)) : view.getUint32(mvhd.start + 4);
  // Nought is what programs write that do not say; some count from 1970, which gives years before 1970 here.
  const instant = (seconds - SINCE_1904) * 1000;
  return seconds > 0 && instant > 0 && instant < 8.64e15 ? { kind: 'instant', instant } : null;
}
