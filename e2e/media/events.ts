// Runs in Node, for the demo and the large test library: the occasions that its photos were taken at.

import type { LightName, SceneName } from './scenes/index.js';

export interface Event {
  readonly folder: string;
  /** First day, `2019-02-14`. */
  readonly date: string;
  readonly days: number;
  readonly photos: number;
  readonly scenes: readonly SceneName[];
  readonly lights: readonly LightName[];
  readonly gps?: readonly [latitude: number, longitude: number];
  /** How its files are called. */
  readonly names: 'camera' | 'phone' | 'compact' | 'own';
  /** Names given by hand, used one after another before the others. */
  readonly titles?: readonly string[];
  /** Photos that share a drawing, at most; 5 unless said. */
  readonly alike?: number;
}

const day: readonly LightName[] = ['morning', 'noon', 'overcast', 'golden'];
const evening: readonly LightName[] = ['golden', 'sunset', 'dusk', 'rose'];
const any: readonly LightName[] = ['morning', 'noon', 'golden', 'sunset', 'teal', 'rose', 'dawn'];

export const EVENTS: readonly Event[] = [
  // The newest: what a look at the whole library begins with.
  {
    folder: '2025/Best of the year',
    date: '2025-06-20',
    days: 60,
    photos: 28,
    scenes: [
      'lake',
      'balloons',
      'beach',
      'street',
      'alps',
      'lavender',
      'starry',
      'sea',
      'trees',
      'skyline',
      'meadow',
      'flower',
      'winter',
      'dunes',
    ],
    lights: ['golden', 'morning', 'sunset', 'noon', 'teal', 'rose', 'dusk'],
    names: 'camera',
    alike: 2,
  },
  event(
    '2016/Lofoten & northern lights',
    '2016-09-21',
    6,
    22,
    ['starry', 'sea', 'alps', 'lake'],
    ['night', 'dusk', 'teal'],
    [68.2, 14.56],
    'compact',
  ),
  event(
    '2017/Zeeland',
    '2017-05-25',
    3,
    18,
    ['street', 'meadow', 'sea', 'lavender'],
    ['overcast', 'morning', 'golden'],
    [51.5, 3.61],
    'compact',
  ),
  event(
    '2018/Sommer an der See',
    '2018-07-14',
    9,
    26,
    ['beach', 'sea', 'hills'],
    ['noon', 'morning', 'sunset', 'golden'],
    [54.44, 12.55],
    'camera',
    ['Sonnenuntergang #1', 'Sonnenuntergang #2', 'Strand, 30 Grad im Schatten'],
  ),
  event(
    '2019/Winter in the Alps',
    '2019-02-11',
    6,
    26,
    ['winter', 'alps', 'alps', 'forest'],
    ['morning', 'noon', 'dusk', 'rose'],
    [46.54, 7.98],
    'camera',
    ['First snow', "View from the hut (it's cold)"],
  ),
  event(
    '2019/京都の春',
    '2019-04-03',
    4,
    16,
    ['trees', 'street', 'lake'],
    ['dawn', 'rose', 'morning'],
    [35.01, 135.77],
    'compact',
    ['桜', '川沿い'],
  ),
  event(
    '2020/Garden',
    '2020-04-18',
    90,
    24,
    ['flower', 'meadow', 'flower', 'trees'],
    day,
    undefined,
    'phone',
  ),
  event(
    '2021/Été à Nîmes',
    '2021-07-08',
    7,
    20,
    ['street', 'hills', 'meadow', 'balloons'],
    ['noon', 'golden', 'rose'],
    [43.84, 4.36],
    'phone',
    ['Café près des arènes', 'Août, déjà'],
  ),
  event('2021/Été à Nîmes/Lavande', '2021-07-10', 1, 14, ['lavender'], any, [44.02, 5.06], 'phone'),
  event(
    '2022/100% Fun #1',
    '2022-06-18',
    2,
    18,
    ['balloons', 'party', 'abstract'],
    any,
    [47.56, 7.59],
    'phone',
    ['100% us', '50% off #2', 'a + b = c & d'],
  ),
  event(
    '2022/City at night',
    '2022-11-04',
    3,
    18,
    ['skyline', 'street', 'fireworks'],
    ['night', 'dusk', 'teal'],
    [41.88, -87.63],
    'camera',
  ),
  event(
    '2023/🎉 Party',
    '2023-12-31',
    2,
    18,
    ['party', 'fireworks', 'party'],
    ['night'],
    undefined,
    'phone',
    ['🎂', '🎆 midnight'],
  ),
  event('2023/Italy/Coast', '2023-06-05', 5, 18, ['sea', 'beach', 'hills'], evening, [40.63, 14.6], 'camera'),
  event(
    '2023/Italy/Lakes/Evening walk',
    '2023-06-11',
    2,
    14,
    ['lake', 'trees', 'lake'],
    evening,
    [45.98, 9.26],
    'camera',
  ),
  event(
    '2024/Autumn woods',
    '2024-10-12',
    3,
    20,
    ['trees', 'forest', 'hills'],
    ['golden', 'overcast', 'dawn'],
    [48.66, 8.2],
    'camera',
  ),
  event(
    '2024/Прага',
    '2024-05-09',
    3,
    14,
    ['street', 'skyline', 'lake'],
    ['morning', 'golden', 'dusk'],
    [50.09, 14.42],
    'phone',
  ),
  event('2025/Desert trip', '2025-03-02', 5, 18, ['dunes', 'starry', 'dunes'], any, [31.1, -4.01], 'camera'),
  event('Familie/Größe & Straße', '2017-08-19', 400, 12, ['street', 'meadow'], day, undefined, 'own'),
  event('Familie/Oma [80]; = Feier!', '2020-02-29', 1, 10, ['party', 'flower'], day, undefined, 'own'),
  event(
    'Wallpapers',
    '2022-01-15',
    700,
    22,
    ['abstract', 'hills', 'starry', 'balloons', 'dunes', 'alps'],
    any,
    undefined,
    'own',
  ),
];

function event(
  folder: string,
  date: string,
  days: number,
  photos: number,
  scenes: readonly SceneName[],
  lights: readonly LightName[],
  gps: Event['gps'],
  names: Event['names'],
  titles: readonly string[] = [],
): Event {
  return { folder, date, days, photos, scenes, lights, names, titles, ...(gps ? { gps } : {}) };
}
