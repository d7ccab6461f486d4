// Shared by main and the page: what the page must know before it draws anything. It travels in the page's address,
// because an answer to a call would come too late.

import { OPTIONS, type OptionValues } from './options.js';
import { LANGUAGES, type Language } from './texts/languages.js';

/** Options that decide what the page draws. */
export type PageOptions = Pick<
  OptionValues,
  'zoom' | 'placeholder' | 'itemsPerPage' | 'slideshowSeconds' | 'slideshowOrder'
>;

export interface PageStart extends PageOptions {
  /** Without caches the page must not paint what it kept of the last run either. */
  readonly useCache: boolean;
  readonly language: Language;
  /** How numbers and dates are written, as BCP 47 has it. */
  readonly locale: string;
  /** There are words in content.json, so `texts.own` is to be asked before anything is drawn. */
  readonly ownWords: boolean;
  /** Under which the window keeps its view, from 1. */
  readonly window: number;
  /** Number of the window in whose place it begins; null: where it was itself. */
  readonly from: number | null;
}

/** What stands in the query of the page's address. */
export function queryOf({
  useCache,
  ownWords,
  zoom,
  itemsPerPage,
  slideshowSeconds,
  slideshowOrder,
  window,
  from,
  ...texts
}: PageStart): Record<string, string> {
  return {
    ...{ ...texts, zoom: String(zoom), page: String(itemsPerPage) },
    ...{ seconds: String(slideshowSeconds), order: slideshowOrder },
    ...(useCache ? {} : { cache: 'off' }),
    ...(ownWords ? { words: 'own' } : {}),
    ...(window === 1 ? {} : { window: String(window) }),
    ...(from === null ? {} : { from: String(from) }),
  };
}

/** Reads such a query; what is missing is as usual. */
export function readQuery(get: (name: string) => string | null): PageStart {
  const asked = get('language') ?? '';
  const language = Object.hasOwn(LANGUAGES, asked) ? (asked as Language) : 'en';
  return {
    useCache: get('cache') !== 'off',
    language,
    locale: get('locale') ?? language,
    ownWords: get('words') === 'own',
    zoom: numberFrom(get('zoom'), OPTIONS.zoom.fallback),
    placeholder: OPTIONS.placeholder.type.of.find((style) => style === get('placeholder')) ?? 'colors',
    itemsPerPage: numberFrom(get('page'), OPTIONS.itemsPerPage.fallback),
    slideshowSeconds: numberFrom(get('seconds'), 0) || OPTIONS.slideshowSeconds.fallback,
    slideshowOrder: get('order') === 'shuffle' ? 'shuffle' : 'shown',
    window: numberFrom(get('window'), 1) || 1,
    from: numberFrom(get('from'), 0) || null,
  };
}

const numberFrom = (text: string | null, otherwise: number): number =>
  /^\d+$/.test(text ?? '') ? Number(text) : otherwise;
