// Tests of what follows when another language is chosen while the window is open.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { setTexts } from '../texts.js';
import { fakeGallery, file, listingOf } from '../testing.js';
import { createApp } from './app.js';
import { followOptions, spokenWith } from './options.js';

beforeEach(() => vi.stubGlobal('document', { documentElement: {} }));
afterEach(() => {
  vi.unstubAllGlobals();
  setTexts('en', 'en-GB', {});
});

it('understands the months of the language that was chosen last', () => {
  const gallery = fakeGallery({});
  const app = createApp(gallery, spokenWith('en', 'en-GB'));
  followOptions(app);
  const listing = listingOf(file(1, { taken: Date.UTC(2021, 9, 5), takenSource: 1, name: 'x.jpg' }));
  const finds = (search: string) => app.sources.found({ root: 1, listing }, search)(0);
  expect([finds('october 2021'), finds('oktober 2021')]).toEqual([true, false]);
  gallery.emit('words.changed', { language: 'de', locale: 'de-DE', own: {} });
  expect([finds('october 2021'), finds('oktober 2021')]).toEqual([true, true]);
});
