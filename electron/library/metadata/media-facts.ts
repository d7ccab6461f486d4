// Runs in the library process: what a photo or a video says about itself, as one flat row. Flat, so that it is a
// row of the index database and a column of a listing without translation.

import type { KnownFacts } from '../../shared/details.js';

/** All facts of one version of a file; null is unknown. */
export interface MediaFacts extends KnownFacts {
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
