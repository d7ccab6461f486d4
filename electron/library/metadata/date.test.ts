import { describe, expect, it } from 'vitest';
import {
  chooseTaken,
  dateInName,
  parseExifDate,
  parseIsoDate,
  parseOffset,
  type Candidates,
  type Moment,
} from './date.js';

const wall = (text: string, offset: number | null = null): Moment => ({
  kind: 'wall',
  wall: Date.parse(`${text}Z`),
  offset,
});

describe('a date in a name', () => {
  it.each([
    ['IMG_20230614_153012.jpg', '2023-06-14T15:30:12'],
    ['IMG_20230614_153012345.jpg', '2023-06-14T15:30:12.345'],
    ['IMG_20230614_153012_1.jpg', '2023-06-14T15:30:12'],
    ['IMG20230614153012.jpg', '2023-06-14T15:30:12'],
    ['VID_20230614_153012.mp4', '2023-06-14T15:30:12'],
    ['20230614_153012(1).jpg', '2023-06-14T15:30:12'],
    ['20230614153012.jpg', '2023-06-14T15:30:12'],
    ['20120101123456.jpg', '2012-01-01T12:34:56'],
    ['DSC_20230614_153012.jpg', '2023-06-14T15:30:12'],
    ['2023-06-14 15.30.12.jpg', '2023-06-14T15:30:12'],
    ['2023-06-14 15.30.12-2.jpg', '2023-06-14T15:30:12'],
    ['2023-06-14T15:30:12.png', '2023-06-14T15:30:12'],
    ['2023-06-14_15-30-12.mkv', '2023-06-14T15:30:12'],
    ['2023.06.14 15-30-12.mp4', '2023-06-14T15:30:12'],
    ['Screenshot_20230614-153012.png', '2023-06-14T15:30:12'],
    ['Screenshot_20230614-153012_Chrome.png', '2023-06-14T15:30:12'],
    ['Screenshot_2023-06-14-15-30-12.png', '2023-06-14T15:30:12'],
    ['Screenshot_2023-06-14-15-30-12-345_com.app.png', '2023-06-14T15:30:12'],
    ['Screenshot from 2023-06-14 15-30-12.png', '2023-06-14T15:30:12'],
    ['Bildschirmfoto 2023-06-14 um 15.30.12.png', '2023-06-14T15:30:12'],
    ['Bildschirmfoto 2023-06-14 um 15.30.12 (2).png', '2023-06-14T15:30:12'],
    ['Capture d’écran 2023-06-14 à 15.30.12.png', '2023-06-14T15:30:12'],
    ['Capture d’écran 2023-06-14 a\u0300 15.30.12.png', '2023-06-14T15:30:12'],
    ['Schermata 2023-06-14 alle 15.30.12.png', '2023-06-14T15:30:12'],
    ['Skärmavbild 2023-06-14 kl. 15.30.12.png', '2023-06-14T15:30:12'],
    ['Captura de pantalla 2023-06-14 a las 15.30.12.png', '2023-06-14T15:30:12'],
    ['Captura de pantalla 2023-06-14 a la(s) 10.30.12 p.\u00a0m..png', '2023-06-14T22:30:12'],
    ['Снимок экрана 2023-06-14 в 15.30.12.png', '2023-06-14T15:30:12'],
    ['스크린샷 2023-06-14 오후 10.30.12.png', '2023-06-14T00:00:00'],
    ['2023-06-14 page 123456.jpg', '2023-06-14T00:00:00'],
    ['C360_2014-03-02-11-22-33-444.jpg', '2014-03-02T11:22:33'],
    ['IMG_0001_20240105_120509.jpg', '2024-01-05T12:05:09'],
    ['Screen Shot 2023-06-14 at 3.30.12 PM.png', '2023-06-14T15:30:12'],
    ['Screenshot 2023-06-14 at 12.30.12\u202fAM.png', '2023-06-14T00:30:12'],
    ['signal-2023-06-14-153012.jpg', '2023-06-14T15:30:12'],
    ['signal-2023-06-14-15-30-12-345.jpg', '2023-06-14T15:30:12'],
    ['WhatsApp Image 2023-06-14 at 15.30.12.jpeg', '2023-06-14T15:30:12'],
    ['WhatsApp Image 2023-06-14 at 15.30.12 (2).jpeg', '2023-06-14T15:30:12'],
    ['IMG-20230614-WA0001.jpg', '2023-06-14T00:00:00'],
    ['VID-20230614-WA0012.mp4', '2023-06-14T00:00:00'],
    ['20230614.jpg', '2023-06-14T00:00:00'],
    ['20230614_001.jpg', '2023-06-14T00:00:00'],
    ['20230614 (2).jpg', '2023-06-14T00:00:00'],
    ['20230614 party.jpg', '2023-06-14T00:00:00'],
    ['2023-06-14 party at home.jpg', '2023-06-14T00:00:00'],
    ['party 2023_06_14.jpg', '2023-06-14T00:00:00'],
    ['1899-12-31.tif', '1899-12-31T00:00:00'],
    ['2024-02-29.jpg', '2024-02-29T00:00:00'],
  ])('is read: %s', (name, expected) => expect(dateInName(name)).toEqual(wall(expected)));

  it('of the camera by Google is an instant', () => {
    expect(dateInName('PXL_20230614_133012345.jpg')).toEqual({
      kind: 'instant',
      instant: Date.UTC(2023, 5, 14, 13, 30, 12, 345),
    });
    expect(dateInName('PXL_20230614_133012345.MP.jpg')).toMatchObject({ kind: 'instant' });
  });

  it.each([
    'DSC01234.JPG',
    'DSC_0123.jpg',
    'IMG_5195.HEIC',
    'P1010203.jpg',
    '20480x1080.jpg',
    'wallpaper-20230614x1080.png',
    'wallpaper-1080x20230614.png',
    'wallpaper-1080x2023-06-14.png',
    '+20230614153012.jpg',
    '0171-20230614.jpg',
    '(0171) 20230614.jpg',
    '0171-20230614-153012.jpg',
    '+49 171 20230614 153012.jpg',
    'IMG_0001_20241305_120509.jpg',
    'IMG_0001_20240105.jpg',
    'C360_1750-03-02-11-22-33.jpg',
    '+49 171 20230614.jpg',
    '1-800-2023-06-14.jpg',
    '192.168.2023.06.14.jpg',
    'call 20230614555.amr.jpg',
    '12020230614.jpg',
    '202306141530.jpg',
    '2023-02-30.jpg',
    '2023-13-01.jpg',
    '20230631.jpg',
    '2023-0614.jpg',
    'IMG_20231314_153012.jpg',
    '1750-01-01.jpg',
    'FB_IMG_1686749412345.jpg',
    '20230614-1a2b-3c4d-5e6f-001122334455.jpg',
    'a20230614b.jpg',
    '.jpg',
    '',
  ])('is not imagined: %s', (name) => expect(dateInName(name)).toBeNull());

  it('is looked for in little time, whatever the name', () => {
    for (const part of ['2023-06-', '20230614_', '1', ' at ', '2023.06.14.'])
      expect(() => dateInName(part.repeat(5000))).not.toThrow();
  });
});

describe('a date of EXIF', () => {
  it.each([
    ['2023:06:14 15:30:12', undefined, undefined, wall('2023-06-14T15:30:12')],
    ['2023:06:14 15:30:12', '5', '+02:00', wall('2023-06-14T15:30:12.500', 120)],
    ['2023:06:14 15:30:12', '045 ', '-09:30', wall('2023-06-14T15:30:12.045', -570)],
    ['2023:06:14 15:30:12\0', '123456', 'Z', wall('2023-06-14T15:30:12.123', 0)],
    ['2023-06-14T15:30:12.25', undefined, '+99:00', wall('2023-06-14T15:30:12.250')],
    ['2023:06:14 15:30', undefined, undefined, wall('2023-06-14T15:30:00')],
    ['2023:06:14', undefined, undefined, wall('2023-06-14T00:00:00')],
    ['0000:00:00 00:00:00', undefined, undefined, null],
    ['2023:06:14 24:00:00', undefined, undefined, null],
    ['2023:06:31 10:00:00', undefined, undefined, null],
    ['    :  :     :  :  ', undefined, undefined, null],
    [20230614, undefined, undefined, null],
    [undefined, '5', '+02:00', null],
  ])('%j %j %j', (text, fraction, offset, expected) =>
    expect(parseExifDate(text, fraction, offset)).toEqual(expected),
  );

  it.each([
    ['+0530', 330],
    ['-00:00', 0],
    ['+14:00', 840],
    ['+14:01', null],
    ['+02:60', null],
    ['2', null],
    [2, null],
  ])('with the offset %j', (text, minutes) => expect(parseOffset(text)).toBe(minutes));

  it.each([
    ['2023-06-14T15:30:12+0200', wall('2023-06-14T15:30:12', 120)],
    ['2023-06-14T15:30:12Z', wall('2023-06-14T15:30:12', 0)],
    ['20230614T153012', wall('2023-06-14T00:00:00')],
    ['2023-06-14', wall('2023-06-14T00:00:00')],
    ['yesterday', null],
  ])('as ISO writes it: %s', (text, expected) => expect(parseIsoDate(text)).toEqual(expected));
});

describe('the date that counts', () => {
  const clock = { now: () => Date.UTC(2026, 5, 1), offsetAt: () => 120 };
  const none: Candidates = {
    own: null,
    ownSource: 'exif',
    changed: null,
    name: 'a.jpg',
    mtime: Date.UTC(2022, 0, 1, 12),
  };
  const own = wall('2020-01-01T10:00:00', 60);
  const changed = wall('2021-01-01T10:00:00');
  const name = 'IMG_20190101_101010.jpg';
  const choose = (from: Partial<Candidates>) => chooseTaken({ ...none, ...from }, clock);

  it('is the best there is, with its source', () => {
    expect(choose({ own, changed, name })).toEqual({
      taken: Date.UTC(2020, 0, 1, 10),
      takenSource: 'exif',
      takenOffset: 60,
    });
    expect(choose({ changed, name })).toEqual({
      taken: Date.UTC(2019, 0, 1, 10, 10, 10),
      takenSource: 'name',
      takenOffset: null,
    });
    expect(choose({ changed })).toMatchObject({ taken: Date.UTC(2021, 0, 1, 10), takenSource: 'exif' });
    expect(choose({})).toEqual({ taken: Date.UTC(2022, 0, 1, 14), takenSource: 'mtime', takenOffset: 120 });
  });

  it('of an instant is what a clock here showed', () => {
    const instant = { kind: 'instant', instant: Date.UTC(2020, 0, 1, 23) } as const;
    expect(choose({ own: instant, ownSource: 'container' })).toEqual({
      taken: Date.UTC(2020, 0, 2, 1),
      takenSource: 'container',
      takenOffset: 120,
    });
  });

  it.each([
    ['1825-12-31T00:00:00', 'mtime'],
    ['1826-01-01T00:00:00', 'exif'],
    ['2027-12-31T23:59:59', 'exif'],
    ['2028-01-01T00:00:00', 'mtime'],
  ])('is a possible one: %s is by %s', (text, source) =>
    expect(choose({ own: wall(text) })?.takenSource).toBe(source),
  );

  it('can be none at all', () => {
    expect(choose({ mtime: Date.UTC(2040, 0, 1) })).toBeNull();
    expect(choose({ mtime: NaN })).toBeNull();
  });
});
