// Renderer: the details of a file as lines of text. Pure.

import type { FileDetails } from '../../../electron/shared/details.js';
import { formatWallTime } from '../../format.js';
import { texts } from '../../texts.js';

type Fact = readonly [keyof typeof texts.facts, string];

const joined = (parts: readonly (string | null)[], by: string): string =>
  parts.filter((part) => part !== null && part !== '').join(by);

const shown = <T>(value: T | null, format: (value: T) => string): string | null =>
  value === null ? null : format(value);

/** Lines for all that is known; a value that is not known is ''. */
export function detailFacts(details: FileDetails): Fact[] {
  const {
    taken,
    takenSource,
    takenOffset,
    orientation,
    rotation,
    make,
    model,
    lens,
    exposure,
    aperture,
    iso,
    focalLength,
  } = details;
  const { latitude, longitude, altitude, rating, videoCodec, audioCodec, livePair, motion } = details;
  // Many makers begin the model with their own name.
  const brand = make !== null && model?.toLowerCase().startsWith(make.toLowerCase()) ? null : make;
  const place = latitude !== null && longitude !== null ? texts.place(latitude, longitude) : null;
  return [
    [
      'taken',
      joined(
        [shown(taken, formatWallTime), shown(takenOffset, texts.zone), texts.takenFrom(takenSource)],
        ', ',
      ),
    ],
    ['camera', joined([brand, model], ' ')],
    ['lens', lens ?? ''],
    [
      'settings',
      joined(
        [
          shown(exposure, texts.exposure),
          shown(aperture, texts.aperture),
          shown(iso, texts.iso),
          shown(focalLength, texts.focalLength),
        ],
        ', ',
      ),
    ],
    ['place', joined([place, shown(altitude, texts.height)], ', ')],
    ['rating', shown(rating, texts.rating) ?? ''],
    ['orientation', shown(orientation ?? orientationOf(rotation), texts.turned) ?? ''],
    ['codecs', joined([videoCodec, audioCodec], ', ')],
    ['live', livePair !== null ? texts.livePhoto : motion !== null ? texts.motionPhoto : ''],
  ];
}

/** EXIF's number for quarter turns of a video, degrees clockwise. */
const orientationOf = (rotation: number | null): number | null =>
  rotation === 90 ? 6 : rotation === 180 ? 3 : rotation === 270 ? 8 : null;
