// Tests of what follows when another language is chosen while the window is open.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { setTexts } from '../texts.js';
import { OPTIONS, type OptionName, type OptionStates } from '../../electron/shared/options.js';
import { fakeGallery, file, listingOf } from '../testing.js';
import { createApp } from './app.js';
import { shownOf } from './view.js';
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

it('shows a new usual size where it was chosen, and leaves other windows as they are', () => {
  const gallery = fakeGallery({});
  const [here, there] = [createApp(gallery), createApp(gallery)];
  for (const app of [here, there]) followOptions(app);
  here.view.change({ settings: true });
  const before = there.view.get().zoom;
  const zoom = OPTIONS.zoom.fallback + 1;
  const states = Object.fromEntries(
    (Object.keys(OPTIONS) as OptionName[]).map((name) => [name, { value: OPTIONS[name].fallback }]),
  ) as unknown as OptionStates;
  gallery.emit('options.changed', { ...states, zoom: { ...states.zoom, value: zoom } });
  expect([here.view.get().zoom, there.view.get().zoom]).toEqual([zoom, before]);
  // When it is asked for, it is the new one.
  there.view.resetZoom();
  expect(there.view.get().zoom).toBe(zoom);
});

it('stays where a person is when all words are shown anew', () => {
  const gallery = fakeGallery({});
  const app = createApp(gallery);
  followOptions(app);
  const spot = { keys: [7], offset: -3, before: 40, scrolled: 900 };
  const shown = shownOf(app.view.get());
  const end = app.journey.follows(() => spot);
  const told: unknown[] = [];
  app.language.subscribe(() => {
    // The grid that was there is gone before another one asks.
    end();
    told.push(app.journey.spotFor(shown));
  });
  gallery.emit('words.changed', { language: 'de', locale: 'de-DE', own: {} });
  expect(told).toEqual([spot]);
});
