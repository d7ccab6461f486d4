import { describe, expect, it } from 'vitest';
import type { MediaKind } from '../../shared/media.js';
import { NO_FACTS } from './media-facts.js';
import { readFacts } from './read-facts.js';
import { exifBlock, handleOf, jpeg } from './samples.js';
import { video } from './video-samples.js';

const clock = { now: () => Date.UTC(2026, 0, 1), offsetAt: () => 0 };
const mtime = Date.UTC(2022, 0, 1);
const read = (bytes: Buffer, name: string, kind: MediaKind) =>
  readFacts({ handle: handleOf(bytes), name, kind, mtime }, clock);

describe('the facts of a file', () => {
  it('have the date that counts', async () => {
    const exif = exifBlock({ exif: { 36867: '2020:01:01 10:00:00' } });
    const name = 'IMG_20190101_101010.jpg';
    expect(await read(jpeg({ exif }), name, 'photo')).toMatchObject({
      width: 40,
      taken: Date.UTC(2020, 0, 1, 10),
      takenSource: 'exif',
    });
    expect(await read(jpeg({}), name, 'photo')).toMatchObject({ width: 40, takenSource: 'name' });
    expect(await read(jpeg({}), 'a.jpg', 'photo')).toMatchObject({
      taken: mtime,
      takenSource: 'mtime',
      takenOffset: 0,
    });
  });

  it('of a video name their source', async () => {
    expect(await read(await video('webm'), 'a.webm', 'video')).toMatchObject({
      width: 64,
      takenSource: 'mtime',
    });
    expect(await read(await video('webm'), 'VID_20190101_101010.webm', 'video')).toMatchObject({
      takenSource: 'name',
    });
  });

  it('are few where nothing here reads the format, and that is no error', async () => {
    const avi = Buffer.from('RIFF....AVI LIST'.repeat(100));
    expect(await read(avi, 'VID_20190101_101010.avi', 'video')).toEqual({
      ...NO_FACTS,
      ...{ taken: Date.UTC(2019, 0, 1, 10, 10, 10), takenSource: 'name' },
    });
  });

  it('are read as what the content is, whatever the name', async () => {
    expect(await read(jpeg({}), 'a.png', 'photo')).toMatchObject({ width: 40, error: null });
  });
});
