// Runs in Node, in end-to-end tests: a small library that is made in a few seconds and holds one of each.

import { mkdirSync, readFileSync } from 'node:fs';
import { cutOff, JUNK, noise, TYPESCRIPT } from './damaged.js';
import { canMakeHeic } from './heic.js';
import { photoFacts } from './library.js';
import { makeVideos } from './library-videos.js';
import { Shelf, type Manifest } from './manifest.js';
import { parallel } from './parallel.js';
import { photo, type PhotoOptions } from './photos.js';

const SMALL = { width: 480, height: 320 };

const PHOTOS: readonly (readonly [path: string, options: PhotoOptions])[] = [
  [
    'first light.jpg',
    { width: 1200, height: 800, scene: 'sea', light: 'golden', taken: '2024-08-01T07:10:00' },
  ],
  [
    '2023/🎉 Party/balloons.jpg',
    { width: 900, height: 600, scene: 'balloons', light: 'morning', taken: '2023-05-06T10:00:00' },
  ],
  [
    '2023/🎉 Party/cake #2 100%.jpg',
    { width: 600, height: 800, scene: 'party', taken: '2023-05-06T16:00:00' },
  ],
  ['2023/🎉 Party/lights.gif', { ...SMALL, scene: 'party', format: 'gif', seed: 4 }],
  [
    '2023/🎉 Party/flicker.gif',
    { width: 240, height: 160, scene: 'fireworks', light: 'night', format: 'gif', variant: 'animated' },
  ],
  [
    '2021/Été à Nîmes/rue.jpg',
    {
      width: 800,
      height: 600,
      scene: 'street',
      light: 'noon',
      taken: '2021-07-09T11:00:00',
      gps: [43.84, 4.36],
    },
  ],
  ['2021/Été à Nîmes/champ.png', { ...SMALL, scene: 'lavender', light: 'rose', format: 'png' }],
  [
    '2021/Été à Nîmes/soir.webp',
    { ...SMALL, scene: 'hills', light: 'sunset', format: 'webp', taken: '2021-07-09T21:00:00' },
  ],
  ['2021/Été à Nîmes/matin.avif', { ...SMALL, scene: 'meadow', light: 'dawn', format: 'avif' }],
  ['2021/Été à Nîmes/scan.tiff', { ...SMALL, scene: 'flower', format: 'tiff' }],
  ['2021/Été à Nîmes/vue.heic', { ...SMALL, scene: 'lake', light: 'teal', format: 'heic', orientation: 6 }],
  ['Familie/Größe & Straße/alt.bmp', { ...SMALL, scene: 'street', light: 'golden', format: 'bmp' }],
  ['Familie/Größe & Straße/plan.svg', { ...SMALL, scene: 'abstract', format: 'svg' }],
  ['Familie/Größe & Straße/wide.jpg', { width: 1600, height: 400, scene: 'alps', light: 'morning' }],
  ['Familie/Größe & Straße/square.jpeg', { width: 500, height: 500, scene: 'trees', light: 'golden' }],
  ['Familie/Größe & Straße/tiny.png', { width: 24, height: 16, scene: 'quarters', format: 'png' }],
  ['turned/one.jpg', { ...SMALL, scene: 'quarters', orientation: 1 }],
  ['turned/two.jpg', { ...SMALL, scene: 'quarters', orientation: 2 }],
  ['turned/three.jpg', { ...SMALL, scene: 'quarters', orientation: 3 }],
  ['turned/five.jpg', { ...SMALL, scene: 'quarters', orientation: 5 }],
  ['turned/six.jpg', { ...SMALL, scene: 'quarters', orientation: 6 }],
  ['turned/eight.jpg', { ...SMALL, scene: 'quarters', orientation: 8 }],
  [
    'turned/beach.jpg',
    { width: 600, height: 400, scene: 'beach', light: 'noon', orientation: 6, taken: '2022-07-01T12:00:00' },
  ],
  [
    'turned/portrait.jpg',
    { width: 400, height: 600, scene: 'winter', light: 'dusk', orientation: 8, taken: '2022-01-02T17:00:00' },
  ],
];

const VIDEOS = [
  {
    path: 'films/clip with sound.mp4',
    options: { scene: 'counter', seconds: 8, taken: '2022-07-01T12:30:00' },
  },
  {
    path: 'films/waves.webm',
    options: {
      scene: 'sea',
      light: 'sunset',
      seconds: 3,
      width: 480,
      height: 270,
      taken: '2022-07-01T20:30:00',
    },
  },
  {
    path: 'films/old camera.avi',
    options: {
      scene: 'meadow',
      light: 'noon',
      seconds: 3,
      width: 480,
      height: 270,
      taken: '2010-07-01T12:00:00',
    },
  },
] as const;

/**
 * Makes about 24 photos of all formats, three videos, damaged files, junk and links below `dir`, which must be
 * empty or not exist yet. On Linux and macOS links lead to `${dir} outside`, see the manifest.
 */
export async function makeSmallLibrary(dir: string): Promise<Manifest> {
  const shelf = new Shelf(dir);
  const heic = await canMakeHeic();
  if (!heic) shelf.note('No HEIC photos: they need ffmpeg with libx265.');
  const photos = PHOTOS.filter(([, { format }]) => heic || format !== 'heic').map(
    ([path, options], i) => [path, { seed: i + 1, ...options }] as const,
  );
  await Promise.all([
    makeVideos(shelf, VIDEOS),
    parallel(photos, 2, async ([path, options]) =>
      shelf.put(path, await photo(options), photoFacts(options)),
    ),
  ]);
  addDamaged(shelf);
  addJunk(shelf);
  if (process.platform !== 'win32') addLinks(shelf);
  return shelf.manifest();
}

function addDamaged(shelf: Shelf): void {
  const whole = readFileSync(shelf.place('first light.jpg'));
  shelf.put('damaged/cut off.jpg', cutOff(whole, 0.6), {
    ...{ kind: 'photo', format: 'truncated JPEG', damaged: true, width: 1200, height: 800 },
  });
  shelf.put('damaged/empty.jpg', '', { kind: 'photo', format: 'empty file', unusable: true });
  shelf.put('damaged/noise.jpg', noise(4000, 1), { kind: 'photo', format: 'noise', unusable: true });
  shelf.put('damaged/noise.mp4', noise(4000, 2), { kind: 'video', format: 'noise', unusable: true });
}

function addJunk(shelf: Shelf): void {
  const picture = readFileSync(shelf.place('turned/one.jpg'));
  const content = { photo: picture, text: 'Nothing to see.\n', noise: noise(500, 8) };
  for (const [path, what] of JUNK) shelf.put(path, content[what], { kind: 'other', format: 'junk' });
  shelf.put('films/notes.ts', TYPESCRIPT, { kind: 'other', format: 'TypeScript' });
  mkdirSync(shelf.place('nothing here'), { recursive: true });
  // Only Linux takes any bytes as a name: here `naïve.jpg` as Latin-1 writes it.
  if (process.platform !== 'linux') return;
  const bytes = Buffer.concat([picture, Buffer.from('not the same file as turned/one.jpg')]);
  shelf.put('na\udcefve.jpg', bytes, { kind: 'photo', format: 'jpeg', ...SMALL });
}

function addLinks(shelf: Shelf): void {
  const outside = `${shelf.dir} outside`;
  const other = new Shelf(outside);
  other.put('secret.jpg', readFileSync(shelf.place('turned/one.jpg')), { kind: 'photo', format: 'jpeg' });
  shelf.outside = outside;
  shelf.link('films/round and round', '..');
  shelf.link('link to outside', outside);
  shelf.link('link to a photo outside.jpg', `${outside}/secret.jpg`);
}
