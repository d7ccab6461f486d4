// Runs in Node, for the demo and the large test library: decides what each photo of an event is like.

import type { Camera, Orientation } from './exif.js';
import { BURST, planBurst, planWindow, scaled, type Burst, type Size } from './bursts.js';
import type { Event } from './events.js';
import type { Part, PhotoFormat, PhotoOptions, PhotoVariant } from './photos.js';
import { random, type Random } from './random.js';
import type { SceneOptions } from './scenes/index.js';

export interface PlannedPhoto {
  readonly path: string;
  readonly options: PhotoOptions;
  /** Its window onto the drawing of its burst. */
  readonly window?: Omit<Part, 'picture'>;
}

/** Photos of one drawing. */
export interface PlannedBurst {
  readonly drawing: SceneOptions;
  readonly photos: readonly PlannedPhoto[];
}

const CAMERAS: Record<Event['names'], Camera> = {
  camera: { make: 'Lumen', model: 'Lumen M3', lens: 'Lumen 24-70mm F2.8' },
  compact: { make: 'Kestrel', model: 'Kestrel P40' },
  phone: { make: 'Fennec', model: 'Fennec 7 Pro' },
  own: { make: 'Kestrel', model: 'Kestrel P12' },
};

/** Formats other than JPEG, dealt out in turn. */
const OTHERS: readonly (readonly [format: PhotoFormat, variant?: PhotoVariant])[] = [
  ['png'],
  ['webp'],
  ['heic'],
  ['gif'],
  ['avif'],
  ['tiff'],
  ['svg'],
  ['bmp'],
  ['webp', 'animated'],
  ['png', 'transparent'],
  ['heic'],
  ['gif', 'animated'],
  ['webp'],
  ['png', 'deep'],
];

const JPEG_VARIANTS: readonly PhotoVariant[] = ['progressive', 'gray', 'cmyk'];
const HEIC_TURNS: readonly Orientation[] = [1, 6, 8, 3];
const EXTENSIONS: Partial<Record<PhotoFormat, string>> = { jpeg: 'jpg', tiff: 'tif' };

/** Every photo of the events, `total` in all, each with a path of its own. */
export function planPhotos(
  events: readonly Event[],
  total: number,
  heic: boolean,
  scale: number,
): PlannedBurst[] {
  const planned: PlannedBurst[] = [];
  const all = events.reduce((sum, { photos }) => sum + photos, 0);
  let given = 0;
  let before = 0;
  for (const event of events) {
    before += event.photos;
    const until = Math.round((total * before) / all);
    const count = until - given;
    const bursts = Array.from({ length: Math.ceil(count / (event.alike ?? BURST)) }, (_, at) =>
      planBurst(event, at, planned.length + at, scale, random(`${event.folder}/burst ${at}`)),
    );
    const shots: PlannedPhoto[][] = bursts.map(() => []);
    // Neighbours come from different drawings: a grid of near copies is no pleasure to look at.
    for (let i = 0; i < count; i++, given++) {
      const at = i % bursts.length;
      shots[at]?.push(planPhoto(event, bursts[at] as Burst, i, i < bursts.length, given, heic, scale));
    }
    bursts.forEach(({ drawing }, at) => planned.push({ drawing, photos: shots[at] ?? [] }));
  }
  return planned;
}

function planPhoto(
  event: Event,
  burst: Burst,
  i: number,
  first: boolean,
  number: number,
  heic: boolean,
  scale: number,
): PlannedPhoto {
  const r = random(`${event.folder}/${i}`);
  const [format, variant] = formatOf(event, i, number, heic);
  const taken = takenAt(event, i, r);
  const [width, height] = scaled(sizeOf(burst, format, variant, number, r), scale);
  const { scene, light } = burst.drawing;
  const options = {
    ...{ width, height, format, scene, light, seed: number + 1 },
    orientation: orientationOf(format, number),
    ...(variant ? { variant } : {}),
    ...(hasExif(format, variant)
      ? { taken, camera: CAMERAS[event.names], ...(event.gps ? { gps: near(event.gps, r) } : {}) }
      : {}),
    quality: r.whole(74, 90),
  };
  const window = planWindow(first, r);
  return { path: `${event.folder}/${nameOf(event, i, number, taken, format)}`, options, window };
}

/** Whether {@link photo} writes EXIF into this format. */
export const hasExif = (format: PhotoFormat, variant: PhotoVariant = 'plain'): boolean =>
  ['jpeg', 'webp', 'avif', 'png', 'tiff'].includes(format) && variant !== 'animated';

function formatOf(
  event: Event,
  i: number,
  number: number,
  heic: boolean,
): readonly [PhotoFormat, PhotoVariant?] {
  const other = event.folder === 'Wallpapers' ? i : number % 5 === 3 ? Math.floor(number / 5) : -1;
  if (other < 0) return number % 17 === 0 ? ['jpeg', JPEG_VARIANTS[(number / 17) % 3] ?? 'plain'] : ['jpeg'];
  const [format, variant] = OTHERS[other % OTHERS.length] as (typeof OTHERS)[number];
  if (format === 'heic' && !heic) return ['jpeg'];
  return variant ? [format, variant] : [format];
}

function sizeOf(
  { shape, drawing }: Burst,
  format: PhotoFormat,
  variant: PhotoVariant | undefined,
  number: number,
  r: Random,
): Size {
  if (format === 'svg') return [drawing.width, drawing.height];
  const [width, height] = r.pick(shape.sizes);
  if (format === 'jpeg') return number % 40 === 10 && !variant ? shape.large : [width, height];
  // Formats that are slow to write or large on disk stay smaller.
  const most =
    variant === 'animated' ? 360 : format === 'gif' || format === 'avif' || format === 'bmp' ? 800 : 1400;
  const shrink = Math.min(1, most / Math.max(width, height));
  return [width * shrink, height * shrink];
}

function orientationOf(format: PhotoFormat, number: number): Orientation {
  if (format === 'heic') return HEIC_TURNS[number % 4] ?? 1;
  if (format !== 'jpeg' || number % 3 !== 1) return 1;
  return ((Math.floor(number / 3) % 8) + 1) as Orientation;
}

function takenAt({ date, days, photos }: Event, i: number, r: Random): string {
  const start = Date.parse(`${date}T08:00:00Z`);
  const offset = (i / photos) * days * 24 * 60;
  const minutes = Math.floor(offset / 1440) * 1440 + ((offset % 1440) / 1440) * 720 + r.between(0, 20);
  return new Date(start + Math.round(minutes) * 60_000 + r.whole(0, 59) * 1000).toISOString().slice(0, 19);
}

const near = ([latitude, longitude]: readonly [number, number], r: Random) =>
  [latitude + r.between(-0.05, 0.05), longitude + r.between(-0.05, 0.05)] as const;

function nameOf(
  { names, titles = [] }: Event,
  i: number,
  number: number,
  taken: string,
  format: PhotoFormat,
): string {
  const extension = EXTENSIONS[format] ?? format;
  const title = titles[i];
  if (title) return `${title}.${extension}`;
  const digits = String(1001 + number);
  switch (names) {
    case 'camera':
      return `_DSC${digits}.${extension === 'jpg' ? 'JPG' : extension}`;
    case 'compact':
      return `IMG_${digits}.${extension === 'jpg' && number % 4 === 0 ? 'jpeg' : extension}`;
    case 'phone':
      return `PXL_${taken.replaceAll(/[-:]/g, '').replace('T', '_')}${digits.slice(-3)}.${extension}`;
    case 'own':
      return `Bild ${i + 1} (${taken.slice(0, 4)}) ${digits}.${extension}`;
  }
}
