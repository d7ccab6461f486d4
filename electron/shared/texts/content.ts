// Shared by main and the page: a person's own words, from content.json in the folder of their settings. Its keys are
// those of the tables, inside one another or joined by dots; what stands under a language is for that one alone. What other
// processes say (sentences.ts) has a group of its own, in which the English sentences are the keys.

import { en } from './en/index.js';
import { LANGUAGES, type Language, type Words } from './languages.js';
import { isPlural, placesOf, type Message, type Messages } from './message.js';
import type { Sentences } from './sentences.js';

/** Key joined by dots -> what is said instead. */
export type OwnWords = Readonly<Record<string, Message>>;

export interface ContentProblem {
  readonly key: string;
  /** `place`: it shows a value that there is not; `left-out`: it is a sentence and does not show one that it has. */
  readonly kind: 'unknown' | 'not-text' | 'place' | 'left-out';
  /** Of `place` and `left-out`: the name in braces. */
  readonly place?: string;
}

export interface Content {
  readonly words: OwnWords;
  readonly problems: readonly ContentProblem[];
}

/** Longest text that is taken; more would not fit anywhere. */
const LONGEST = 2000;
/** Before the key of a sentence. */
const SENTENCES = 'sentences.';
const FORMS = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST;

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** All messages by their keys joined by dots. */
export function messagesByKey(table: Messages, before = ''): Map<string, Message> {
  const found = new Map<string, Message>();
  for (const [key, entry] of Object.entries(table)) {
    const full = before + key;
    if (typeof entry === 'string' || isPlural(entry)) found.set(full, entry);
    else for (const [inner, message] of messagesByKey(entry, `${full}.`)) found.set(inner, message);
  }
  return found;
}

/** The English sentence that a key stands for; null where it is one of the window's own words. */
export const sentenceOf = (key: string): string | null =>
  key.startsWith(SENTENCES) ? key.slice(SENTENCES.length) : null;

/** Takes what fits out of a parsed content.json; whatever does not is told, and the rest is used all the same. */
export function readContent(value: unknown, language: Language): Content {
  const known = messagesByKey(en);
  for (const sentence of Object.keys(LANGUAGES.en.sentences)) known.set(SENTENCES + sentence, sentence);
  const words: Record<string, Message> = {};
  const problems: ContentProblem[] = [];
  const enter = (key: string, entry: unknown): void => {
    const original = known.get(key);
    if (original === undefined) {
      if (isGroup(entry) && [...known.keys()].some((one) => one.startsWith(`${key}.`))) {
        for (const [inner, value] of Object.entries(entry)) enter(`${key}.${inner}`, value);
      } else problems.push({ key, kind: 'unknown' });
      return;
    }
    if (!isText(entry) && !(isPlural(original) && isForms(entry))) {
      problems.push({ key, kind: 'not-text' });
      return;
    }
    const allowed = placesOf(original);
    const shown = placesOf(entry);
    const wrong = [...shown].find((place) => !allowed.has(place));
    // Without its reason or its file nobody would know what such a sentence is about.
    const leftOut = sentenceOf(key) === null ? undefined : [...allowed].find((place) => !shown.has(place));
    if (wrong !== undefined) problems.push({ key, kind: 'place', place: wrong });
    else if (leftOut !== undefined) problems.push({ key, kind: 'left-out', place: leftOut });
    else words[key] = entry;
  };
  if (!isGroup(value)) return { words, problems: [{ key: 'content.json', kind: 'not-text' }] };
  const general = Object.entries(value).filter(([key]) => !Object.hasOwn(LANGUAGES, key));
  const special = Object.hasOwn(value, language) ? value[language] : undefined;
  for (const [key, entry] of general) enter(key, entry);
  if (isGroup(special)) for (const [key, entry] of Object.entries(special)) enter(key, entry);
  else if (special !== undefined) problems.push({ key: language, kind: 'not-text' });
  return { words, problems };
}

function isForms(entry: unknown): entry is { readonly other: string } & Readonly<Record<string, string>> {
  return (
    isGroup(entry) &&
    isText(entry['other']) &&
    Object.entries(entry).every(([form, text]) => FORMS.has(form) && isText(text))
  );
}

/** The words of a language with a person's own in their places. */
export function withOwnWords(language: Language, own: OwnWords): Words {
  const merge = (table: Messages, before: string): Messages =>
    Object.fromEntries(
      Object.entries(table).map(([key, entry]): [string, Message | Messages] => {
        const full = before + key;
        if (typeof entry === 'string' || isPlural(entry)) return [key, own[full] ?? entry];
        return [key, merge(entry, `${full}.`)];
      }),
    );
  return merge(LANGUAGES[language].words, '') as unknown as Words;
}

/** What other processes say in a language, with a person's own words in their places. */
export function withOwnSentences(language: Language, own: OwnWords): Sentences {
  const said = Object.entries(LANGUAGES[language].sentences).map(([english, usual]): [string, string] => {
    const entry = own[SENTENCES + english];
    return [english, typeof entry === 'string' ? entry : usual];
  });
  return Object.fromEntries(said);
}
