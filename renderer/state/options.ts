// Renderer: the options that decide what this window draws, and its language, as main tells them.

import { OPTIONS, type OptionStates } from '../../electron/shared/options.js';
import type { PageOptions } from '../../electron/shared/page-start.js';
import { setTexts, texts } from '../texts.js';
import type { App } from './app.js';
import { collateAnew } from './order.js';

export const usualOptions: PageOptions = {
  zoom: OPTIONS.zoom.fallback,
  placeholder: 'colors',
  itemsPerPage: OPTIONS.itemsPerPage.fallback,
  slideshowSeconds: OPTIONS.slideshowSeconds.fallback,
  slideshowOrder: 'shown',
};

/** In which languages months are understood: also in English, whatever is spoken. */
export const spokenWith = (language: string, locale: string): readonly string[] => ['en', language, locale];

/** Follows what is chosen in any window. */
export function followOptions(app: App): void {
  const { gallery, options, view, language, locales, sources, items, journey } = app;
  gallery.on('options.changed', (states) => {
    const next = pageOptionsOf(states);
    const before = options.get();
    view.usualZoom = next.zoom;
    // Who chooses what is usual wants to see it; other windows stay as they are.
    if (next.zoom !== before.zoom && view.get().settings !== false) view.change({ zoom: next.zoom });
    options.set(next);
  });
  gallery.on('words.changed', (words) => {
    setTexts(words.language, words.locale, words.own);
    locales.set(spokenWith(words.language, words.locale));
    collateAnew(words.locale);
    items.newWords();
    sources.newWords();
    document.documentElement.lang = words.language;
    document.title = texts.appName;
    journey.stay();
    language.update((count) => count + 1);
  });
}

const pageOptionsOf = (states: OptionStates): PageOptions => ({
  zoom: states.zoom.value,
  placeholder: states.placeholder.value,
  itemsPerPage: states.itemsPerPage.value,
  slideshowSeconds: states.slideshowSeconds.value,
  slideshowOrder: states.slideshowOrder.value,
});
