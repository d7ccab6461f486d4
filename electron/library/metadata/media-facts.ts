// Runs in the library process: what a photo or a video says about itself, as one flat row. Flat, so that it is a
// row of the index database and a column of a listing without translation.

/**
 * Where the date taken comes from: the EXIF of a photo, the container of a video, the file's name, or (when
 * nothing else is known) the file's modification time.
 */
export type TakenSource = 'exif' | 'container' | 'name' | 'mtime';

/** All facts of one version of a file; null is unknown. */
export interface MediaFacts {
  /** Pixels as shown, after orientation or rotation. */
  readonly width: number | null;
  readonly height: number | null;
  /** EXIF orientation of the stored pixels, 1 to 8. Already worked into `width` and `height`. */
  readonly orientation: number | null;
  /**
   * When it was taken: the date and time a clock on the wall showed there, as the milliseconds since 1970 that
   * the same date and time would be in UTC. `new Date(taken).toISOString()` without its `Z` is what to show,
   * in every zone; instants cannot be compared by it, use `taken - takenOffset * 60000` where the offset is known.
   */
  readonly taken: number | null;
  readonly takenSource: TakenSource | null;
  /** Minutes that the wall clock was ahead of UTC; null when the file does not say. */
  readonly takenOffset: number | null;
  readonly make: string | null;
  readonly model: string | null;
  readonly lens: string | null;
  /** Seconds. */
  readonly exposure: number | null;
  /** The f-number: 1.8 is f/1.8. */
  readonly aperture: number | null;
  readonly iso: number | null;
  /** Millimetres, not converted to 35 mm film. */
  readonly focalLength: number | null;
  /** Degrees, north and east positive. Both are known or none. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Metres above the sea. */
  readonly altitude: number | null;
  /** 0 to 5 stars; -1 is "rejected". */
  readonly rating: number | null;
  /** Seconds. */
  readonly duration: number | null;
  /** Quarter turns of the stored frames, degrees clockwise: 0, 90, 180, 270. */
  readonly rotation: number | null;
  /** Short names: avc, hevc, vp8, vp9, av1 … */
  readonly videoCodec: string | null;
  readonly audioCodec: string | null;
  /** Apple's identifier that a Live Photo and its video share. */
  readonly contentId: string | null;
  /** Where the video inside a Motion Photo lies, bytes. Both are known or none. */
  readonly motionOffset: number | null;
  readonly motionLength: number | null;
  /** Why something could not be read, one sentence. */
  readonly error: string | null;
}

export type FactName = keyof MediaFacts;

/** Nothing known. */
export const NO_FACTS: MediaFacts = {
  width: null,
  height: null,
  orientation: null,
  taken: null,
  takenSource: null,
  takenOffset: null,
  make: null,
  model: null,
  lens: null,
  exposure: null,
  aperture: null,
  iso: null,
  focalLength: null,
  latitude: null,
  longitude: null,
  altitude: null,
  rating: null,
  duration: null,
  rotation: null,
  videoCodec: null,
  audioCodec: null,
  contentId: null,
  motionOffset: null,
  motionLength: null,
  error: null,
};

/** The facts that are text; all others are numbers. */
export const TEXT_FACTS = [
  'takenSource',
  'make',
  'model',
  'lens',
  'videoCodec',
  'audioCodec',
  'contentId',
  'error',
] as const;
export type TextFact = (typeof TEXT_FACTS)[number];
export type NumberFact = Exclude<FactName, TextFact>;

/** Every fact, in a fixed order. */
export const FACT_NAMES = Object.keys(NO_FACTS) as readonly FactName[];

const texts: ReadonlySet<string> = new Set(TEXT_FACTS);

export const isTextFact = (name: FactName): name is TextFact => texts.has(name);
