import { describe, expect, it } from 'vitest';
import { displayPath } from '../shared/paths.js';
import { decodeName, diskPath } from './raw-paths.js';

describe('names that are not UTF-8', () => {
  it.each([
    ['plain', Buffer.from('photo.jpg')],
    ['accents and emoji', Buffer.from('Été 🎉.jpg')],
    ['a replacement character that is really there', Buffer.from('\uFFFD.jpg')],
    ['Latin-1', Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x2e, 0x6a, 0x70, 0x67])],
    ['a cut emoji', Buffer.from([0xf0, 0x9f, 0x8e, 0x2e, 0x6a])],
    ['an overlong slash', Buffer.from([0xc0, 0xaf])],
    ['an encoded surrogate', Buffer.from([0xed, 0xb2, 0x80])],
    ['valid around invalid', Buffer.concat([Buffer.from('🎉'), Buffer.from([0xff]), Buffer.from('é')])],
  ])('come back as the same bytes: %s', (_what, bytes) => {
    expect(Buffer.from(diskPath(decodeName(bytes)))).toEqual(bytes);
  });

  it('leaves ordinary names as strings', () => {
    expect(diskPath('/a/Été 🎉.jpg')).toBe('/a/Été 🎉.jpg');
  });

  it('shows what cannot be shown as a replacement character', () => {
    expect(displayPath(decodeName(Buffer.from([0x61, 0xff, 0x62])))).toBe('a\uFFFDb');
    expect(displayPath('🎉')).toBe('🎉');
  });
});
