// Runs in Node, for the demo, benches and tests: a large library that looks like somebody's own, with
// everything in it that gives galleries trouble.

import { mkdirSync, readFileSync } from 'node:fs';
import { cutOff, JUNK, noise, TYPESCRIPT, withoutIndex } from './damaged.js';
import { EVENTS } from './events.js';
import { canMakeHeic } from './heic.js';
import { makeVideos, VIDEOS } from './library-videos.js';
import { scaled } from './bursts.js';
import { Shelf, type Manifest } from './manifest.js';
import { parallel } from './parallel.js';
import { photo, type PhotoOptions } from './photos.js';
import { pixelsOfSvg, type Pixels } from './pixels.js';
import { hasExif, planPhotos, type PlannedPhoto } from './plan.js';
import { drawScene } from './scenes/index.js';

export interface LibraryOptions {
  /** Whole photos; 330 unless said. */
  readonly photos?: number;
  /** Whether to make videos, which needs ffmpeg; yes unless said. */
  readonly videos?: boolean;
  /** Share of the usual sizes in pixels, for quick libraries; 1 unless said. */
  readonly scale?: number;
  /** Is told the share that is done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Makes a library of photos, videos, damaged files and junk in nested folders below `dir`, which must be
 * empty or not exist yet. Rejects when ffmpeg is missing and videos are wanted.
 */
export async function makeLibrary(dir: string, options: LibraryOptions = {}): Promise<Manifest> {
  const { photos = 330, videos = true, scale = 1, onProgress = () => {} } = options;
  const shelf = new Shelf(dir);
  const heic = videos && (await canMakeHeic());
  if (!heic) shelf.note('No HEIC photos: they need ffmpeg with libx265.');
  if (videos) await makeVideos(shelf, VIDEOS);
  else shelf.note('No videos: not asked for.');
  const bursts = planPhotos(EVENTS, photos, heic, scale);
  let done = 0;
  const make = async ({ path, options: wanted, window }: PlannedPhoto, picture?: Pixels) => {
    const bytes = await photo({ ...wanted, ...(window && picture ? { part: { ...window, picture } } : {}) });
    shelf.put(path, bytes, photoFacts(wanted));
    onProgress(++done / (photos + OWN_NAMES.length));
  };
  await parallel(bursts, 2, async ({ drawing, photos: shots }) => {
    const picture = await pixelsOfSvg(drawScene(drawing));
    for (const shot of shots) await make(shot, picture);
  });
  await parallel(OWN_NAMES, 2, ({ path, options: { width, height, ...rest } }) => {
    const [across, down] = scaled([width, height], scale);
    return make({ path, options: { ...rest, width: across, height: down } });
  });
  await addDamaged(shelf, videos);
  await addJunk(shelf);
  return shelf.manifest();
}

/** What the manifest says about a photo. */
export function photoFacts(options: PhotoOptions) {
  const { width, height, format = 'jpeg', orientation = 1, variant, taken } = options;
  return {
    ...{ kind: 'photo' as const, format, width, height },
    ...(orientation !== 1 ? { orientation } : {}),
    ...(taken && hasExif(format, variant) ? { taken } : {}),
  };
}

/** Names that trip programs up; `?` and quotes only where the system allows them. */
const OWN_NAMES: readonly PlannedPhoto[] = [
  'welcome.jpg',
  'two  spaces and a trailing dot..jpg',
  '%20 %41 100%.jpg',
  '#hash.jpg',
  'a&b=c;d,e+f@g!.jpg',
  "it's ~ `so`, {so} [so] (so) $HOME.jpg",
  'e\u0301 decomposed.jpg',
  '-rf.jpg',
  'no such thing as 漢字.jpeg',
  ...(process.platform === 'win32'
    ? []
    : ['What? "Really" <yes> *|* back\\slash: ok.jpg', 'line\nbreak.jpg']),
].map((name, i) => ({
  path: `Odd names/${name}`,
  options: {
    ...{ width: 600, height: 400, seed: 700 + i, format: 'jpeg' as const, scene: 'balloons' as const },
    light: (['morning', 'golden', 'teal', 'rose'] as const)[i % 4] ?? 'noon',
    taken: `2015-03-${String(i + 1).padStart(2, '0')}T12:00:00`,
  },
}));

async function addDamaged(shelf: Shelf, videos: boolean): Promise<void> {
  const whole = await photo({ width: 1200, height: 800, scene: 'hills', light: 'dawn', seed: 99 });
  const bad = (name: string, bytes: Uint8Array | string, kind: 'photo' | 'video', format: string) =>
    shelf.put(`Rescued from the old drive/${name}`, bytes, { kind, format, unusable: true });
  shelf.put('Rescued from the old drive/cut off.jpg', cutOff(whole, 0.6), {
    ...{ kind: 'photo', format: 'truncated JPEG', damaged: true, width: 1200, height: 800 },
  });
  bad('empty.jpg', '', 'photo', 'empty file');
  bad('noise.jpg', noise(20_000, 5), 'photo', 'noise');
  bad('header only.jpg', whole.subarray(0, 20), 'photo', 'header of a JPEG');
  bad('text.png', 'This is not a picture.\n', 'photo', 'text');
  bad('noise.heic', noise(8_000, 6), 'photo', 'noise');
  bad('empty.mp4', '', 'video', 'empty file');
  bad('noise.mkv', noise(30_000, 7), 'video', 'noise');
  const source = VIDEOS[0];
  if (!videos || !source) return;
  const mp4 = readFileSync(`${shelf.dir}/${source.path}`);
  bad('cut off.mp4', cutOff(withoutIndex(mp4), 0.5), 'video', 'truncated MP4 without its index');
}

async function addJunk(shelf: Shelf): Promise<void> {
  const picture = await photo({ width: 160, height: 120, scene: 'abstract' });
  const content = { photo: picture, text: 'Nothing to see.\n', noise: noise(500, 8) };
  for (const [path, what] of JUNK) shelf.put(path, content[what], { kind: 'other', format: 'junk' });
  shelf.put('Projects/notes.ts', TYPESCRIPT, { kind: 'other', format: 'TypeScript' });
  mkdirSync(shelf.place('2025/Empty folder'), { recursive: true });
}
