// Shared by main and the page: the languages there are, and which of them a person reads.

import { de } from './de/index.js';
import { sentences as german } from './de/sentences.js';
import { en } from './en/index.js';
import type { TranslationOf } from './message.js';
import type { Sentences } from './sentences.js';

export type Words = TranslationOf<typeof en>;

/** English sentences stand in the code of those who say them; a test holds that each of them has its translation. */
const english: Sentences = Object.fromEntries(Object.keys(german).map((sentence) => [sentence, sentence]));

/** The tables by language, the name that each language has in itself, and what other processes say (sentences.ts). */
export const LANGUAGES = {
  en: { name: 'English', words: en, sentences: english },
  de: { name: 'Deutsch', words: de, sentences: german },
} as const satisfies Record<string, { name: string; words: Words; sentences: Sentences }>;

export type Language = keyof typeof LANGUAGES;
export const LANGUAGE_CODES = Object.keys(LANGUAGES) as readonly Language[];

const baseOf = (locale: string): string => locale.toLowerCase().split(/[-_]/)[0]!;

/**
 * The first language of `preferred` that there is, otherwise English.
 * @param preferred what the person's system says, most wanted first, as BCP 47 writes it
 */
export const languageOf = (preferred: readonly string[]): Language =>
  preferred.map(baseOf).find((base): base is Language => Object.hasOwn(LANGUAGES, base)) ?? 'en';

/** How numbers and dates are written: as the system does where it speaks that language, so that de-AT stays de-AT. */
export const localeOf = (language: Language, preferred: readonly string[]): string =>
  preferred.find((locale) => baseOf(locale) === language) ?? language;
