import { expect, it, vi } from 'vitest';
import { createApp } from '../state/app.js';
import { keyOf } from '../state/keys.js';
import { fakeGallery } from '../testing.js';
import { copyCoordinates, copyPlace } from './copy-place.js';

it.each([
  [{ latitude: 43.84, longitude: -4.3600004 }, 'Copied.', ['43.840000, -4.360000']],
  [{ latitude: null, longitude: null }, 'It is not known where this was taken.', []],
])('copies %o as maps take it, or says that there is nothing to copy', async (place, said, texts) => {
  const gallery = fakeGallery({ 'library.details': () => place });
  const app = createApp(gallery);
  copyPlace(app, keyOf(2, 5));
  await vi.waitFor(() => expect(app.notices.get().map(({ message }) => message)).toEqual([said]));
  expect(gallery.calls[0]).toEqual(['library.details', 2, 5]);
  expect(gallery.calls.slice(1)).toEqual(texts.map((text) => ['app.copyText', text]));
});

it('asks for nothing that is known', async () => {
  const gallery = fakeGallery({});
  const app = createApp(gallery);
  copyCoordinates(app, { latitude: -12.5, longitude: 100 });
  await vi.waitFor(() => expect(app.notices.get().map(({ message }) => message)).toEqual(['Copied.']));
  expect(gallery.calls).toEqual([['app.copyText', '-12.500000, 100.000000']]);
});
