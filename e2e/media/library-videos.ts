// Runs in Node, for the demo and the large test library: its videos, several of them from one encoding.

import { mkdirSync, statSync } from 'node:fs';
import { parentOf } from '../../electron/shared/paths.js';
import type { Shelf } from './manifest.js';
import { parallel } from './parallel.js';
import { rewrap, video, type VideoOptions } from './videos.js';

export interface PlannedVideo {
  readonly path: string;
  readonly options: VideoOptions & { readonly taken: string; readonly seconds: number };
  /** Path of a video made before whose streams are put into this container. */
  readonly from?: string;
}

const ALPS = '2019/Winter in the Alps/Gondola ride.mp4';
const SEA = '2018/Sommer an der See/Wellen.mp4';
const PARTY = '2023/🎉 Party/🎆 countdown.mp4';

export const VIDEOS: readonly PlannedVideo[] = [
  plan(ALPS, '2019-02-12T14:20:11', 8, { scene: 'alps', light: 'morning', motion: 'right' }),
  plan(SEA, '2018-07-15T20:45:00', 12, { scene: 'sea', light: 'sunset', motion: 'zoom' }),
  plan(PARTY, '2023-12-31T23:59:30', 6, { scene: 'fireworks', light: 'night', motion: 'zoom' }),
  plan('2021/Été à Nîmes/Marché #3 (100%).mp4', '2021-07-09T10:12:00', 5, {
    scene: 'street',
    light: 'golden',
    turned: true,
    width: 360,
    height: 640,
  }),
  plan('2024/Autumn woods/Walk.mp4', '2024-10-12T15:01:40', 4, {
    scene: 'trees',
    light: 'golden',
    width: 360,
    height: 640,
  }),
  plan('2020/Garden/Seek me.mp4', '2020-05-02T09:30:00', 10, { scene: 'counter' }),
  plan('2021/Été à Nîmes/Lavande/Vent léger.webm', '2021-07-10T18:05:00', 4, {
    scene: 'lavender',
    light: 'rose',
    motion: 'left',
  }),
  plan('2022/City at night/Timelapse.webm', '2022-11-05T21:00:00', 5, {
    scene: 'skyline',
    light: 'night',
    codec: 'vp9',
    motion: 'right',
  }),
  plan('2017/Zeeland/Canal.avi', '2017-05-26T11:40:00', 5, {
    scene: 'street',
    light: 'morning',
    motion: 'right',
  }),
  plan('2016/Lofoten & northern lights/MOV_0042.mpg', '2016-09-22T23:10:00', 4, {
    scene: 'lake',
    light: 'teal',
    motion: 'left',
  }),
  plan('Familie/Größe & Straße/Kassette 1.wmv', '2017-08-19T16:00:00', 4, {
    scene: 'meadow',
    light: 'golden',
  }),
  plan('2025/Desert trip/Silent dunes.mp4', '2025-03-03T18:22:00', 3, {
    scene: 'dunes',
    light: 'sunset',
    audio: false,
  }),
  plan('2023/Italy/Coast/_DSC2001.MOV', '2023-06-06T19:30:00', 12, {}, SEA),
  plan('2018/Sommer an der See/Wellen (Kopie).mkv', '2018-07-15T20:46:00', 12, {}, SEA),
  plan('2019/Winter in the Alps/Gondola.m4v', '2019-02-12T14:21:00', 8, {}, ALPS),
  plan('2019/Winter in the Alps/Old phone.3gp', '2019-02-12T14:22:00', 8, {}, ALPS),
  plan('2023/🎉 Party/stream.flv', '2024-01-01T00:10:00', 6, {}, PARTY),
  plan('2023/🎉 Party/TV recording.ts', '2024-01-01T00:20:00', 6, {}, PARTY),
  plan('2023/🎉 Party/00001.MTS', '2024-01-01T00:30:00', 6, {}, PARTY),
];

function plan(
  path: string,
  taken: string,
  seconds: number,
  options: VideoOptions,
  from?: string,
): PlannedVideo {
  return { path, options: { ...options, taken, seconds, seed: seconds }, ...(from ? { from } : {}) };
}

/** Makes the videos and puts them on the shelf. */
export async function makeVideos(shelf: Shelf, videos: readonly PlannedVideo[]): Promise<void> {
  const make = async ({ path, options, from }: PlannedVideo) => {
    const file = `${shelf.dir}/${path}`;
    mkdirSync(`${shelf.dir}/${parentOf(path)}`, { recursive: true });
    if (from) await rewrap(`${shelf.dir}/${from}`, file, options.taken);
    else await video(file, options);
    const source = from ? videos.find((other) => other.path === from)?.options : options;
    const { width = 640, height = 360 } = source ?? {};
    const format = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
    const { seconds: duration, taken } = options;
    shelf.remember(path, statSync(file).size, { kind: 'video', format, width, height, duration, taken });
  };
  await parallel(
    videos.filter(({ from }) => !from),
    2,
    make,
  );
  await parallel(
    videos.filter(({ from }) => from),
    2,
    make,
  );
}
