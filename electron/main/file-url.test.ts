import { expect, it } from 'vitest';
import { parseFileUrl } from './file-url.js';

it.each([
  ['thumb://r1/23?v=4', { root: 1, id: 23, size: 'grid' }],
  ['thumb://r12/0?size=screen', { root: 12, id: 0, size: 'screen' }],
  ['thumb://r12/0?size=large&v=1', { root: 12, id: 0, size: 'large' }],
  ['thumb://r12/0?size=full&v=1', { root: 12, id: 0, size: 'full' }],
  ['thumb://r12/0?size=preview', { root: 12, id: 0, size: 'preview' }],
  ['thumb://r12/0?size=huge', { root: 12, id: 0, size: 'grid' }],
  ['media://r7/4294967295', { root: 7, id: 4294967295, size: 'grid' }],
])('reads %s', (url, expected) => expect(parseFileUrl(url)).toEqual({ at: 0, motion: false, ...expected }));

it('reads from where a video is played, and which part of a photo', () => {
  expect(parseFileUrl('play://r1/2?v=4&at=12.5')).toMatchObject({ id: 2, at: 12.5 });
  expect(parseFileUrl('play://r1/2?at=0')).toMatchObject({ at: 0 });
  expect(parseFileUrl('media://r1/2?part=motion')).toMatchObject({ motion: true });
  for (const time of ['-1', 'NaN', 'Infinity', 'x']) {
    expect(() => parseFileUrl(`play://r1/2?at=${time}`)).toThrow('no time');
  }
});

it.each([
  'thumb://1/2',
  'thumb://r0/2',
  'thumb://r1/2/3',
  'thumb://r1/%2e%2e/etc/passwd',
  'thumb://r1/2%00',
  'thumb://r1/-1',
  'thumb://r1/1e3',
  'thumb://r1/99999999999',
  'thumb://r1/',
])('refuses %s', (url) => expect(() => parseFileUrl(url)).toThrow('names no file'));
