// Renderer: what is known of a file as lines of text. Pure.

import type { FileDetails } from '../../../electron/shared/details.js';
import { formatBytes, formatDate, formatDecimal, formatDuration, formatWallTime } from '../../format.js';
import { texts } from '../../texts.js';
import type { Subject } from './subject.js';

export type Fact = readonly [keyof typeof texts.facts, string];

const joined = (parts: readonly (string | null)[], by: string): string =>
  parts.filter((part) => part !== null && part !== '').join(by);

const shown = <T>(value: T | null, format: (value: T) => string): string | null =>
  value === null ? null : format(value);

type Taken = Pick<FileDetails, 'taken' | 'takenSource' | 'takenOffset'>;

/** When it was taken and by what that is known; '' when it is not. */
export const takenText = ({ taken, takenSource, takenOffset }: Taken): string =>
  joined([shown(taken, formatWallTime), shown(takenOffset, texts.zone), texts.takenFrom(takenSource)], ', ');

/** Lines for all that is known besides; a value that is not known is ''. */
export function detailFacts(details: FileDetails): Fact[] {
  const { orientation, rotation, make, model, lens, exposure, aperture, iso, focalLength } = details;
  const { latitude, longitude, altitude, rating, videoCodec, audioCodec, livePair, motion } = details;
  // Many makers begin the model with their own name.
  const brand = make !== null && model?.toLowerCase().startsWith(make.toLowerCase()) ? null : make;
  const place = latitude !== null && longitude !== null ? texts.place(latitude, longitude) : null;
  return [
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

const sizeText = (width: number, height: number): string => {
  const megapixels = (width * height) / 1e6;
  const pixels = texts.pixels(width, height);
  return megapixels < 0.1 ? pixels : `${pixels}, ${texts.megapixels(formatDecimal(megapixels))}`;
};

/** Stands for what is not known yet. */
const BLANK = '\u00A0';

/** What is to be told, with a place for what is coming: `expected` are the lines that have no value yet. */
export function factsOf(
  subject: Subject,
  details: FileDetails | null,
  expected: readonly Fact[0][],
): readonly Fact[] {
  const { name, folder, kind, extension, width, height, size, modified, added, duration } = subject;
  const { taken, takenSource } = subject;
  const facts: readonly Fact[] = [
    ['name', name],
    ['folder', folder],
    ['kind', texts.kind(kind, extension)],
    ['dimensions', width > 0 ? sizeText(width, height) : ''],
    ['duration', duration > 0 ? formatDuration(duration) : ''],
    ['size', formatBytes(size)],
    // The listing knows all of it but the zone: so it stands there at once.
    ['taken', takenText(details ?? { taken, takenSource, takenOffset: null })],
    ['modified', formatDate(modified)],
    ['added', added > 0 ? formatDate(added) : ''],
    ...(details === null ? expected.map((fact): Fact => [fact, BLANK]) : detailFacts(details)),
  ];
  return facts.filter(([, value]) => value !== '');
}
