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
  const { taken, takenSource, make, model, lens, exposure, aperture, iso, focalLength } = details;
  const { latitude, longitude, altitude, rating, videoCodec, audioCodec, livePair, motion } = details;
  // Many makers begin the model with their own name.
  const brand = make !== null && model?.toLowerCase().startsWith(make.toLowerCase()) ? null : make;
  const place = latitude !== null && longitude !== null ? texts.place(latitude, longitude) : null;
  return [
    ['taken', joined([shown(taken, formatWallTime), texts.takenFrom(takenSource)], ', ')],
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
    ['codecs', joined([videoCodec, audioCodec], ', ')],
    ['live', livePair !== null ? texts.livePhoto : motion !== null ? texts.motionPhoto : ''],
  ];
}
