// Runs in main: the language of this run, and a person's own words from content.json in the folder of their settings.

import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  readContent,
  sentenceOf,
  withOwnWords,
  type ContentProblem,
  type OwnWords,
} from '../shared/texts/content.js';
import { en } from '../shared/texts/en/index.js';
import { languageOf, localeOf, type Language } from '../shared/texts/languages.js';
import { textsOf, type TextsOf } from '../shared/texts/message.js';

export interface Words {
  readonly language: Language;
  /** How numbers and dates are written, as BCP 47 has it. */
  readonly locale: string;
  readonly own: OwnWords;
  readonly texts: TextsOf<typeof en>;
  /** A sentence about what was not taken from content.json, or null. */
  readonly notice: string | null;
  /** The same in full, for the log; one line each. */
  readonly problems: readonly string[];
}

export interface WordsOptions {
  /** Folder with content.json. */
  readonly folder: string;
  /** Null: that of the system. */
  readonly language: Language | null;
  /** What the system says, most wanted first. */
  readonly preferred: readonly string[];
}

/** More would be a mistake, not words. */
const MAX_BYTES = 1_000_000;
const TOLD = 3;

/** Reads the words of this run. A content.json that cannot be used is told and left aside; never rejects. */
export async function readWords({ folder, language: chosen, preferred }: WordsOptions): Promise<Words> {
  const language = chosen ?? languageOf(preferred);
  const locale = localeOf(language, preferred);
  const make = (own: OwnWords) => textsOf(en, withOwnWords(language, own), locale);
  let value: unknown;
  try {
    value = await readJson(join(folder, 'content.json'));
  } catch (error) {
    const texts = make({});
    const reason = error instanceof Error ? error.message : String(error);
    return {
      ...{ language, locale, own: {}, texts },
      notice: texts.contentUnreadable(reason),
      problems: [`content.json cannot be read: ${reason}`],
    };
  }
  const { words: own, problems } =
    value === undefined ? { words: {}, problems: [] } : readContent(value, language);
  const texts = make(own);
  return {
    ...{ language, locale, own, texts },
    notice: problems.length === 0 ? null : texts.contentIgnored(list(problems, texts)),
    problems: problems.map(
      ({ key, kind, place = '' }) => `content.json: ${key} was ignored (${kind}${place && ` ${place}`})`,
    ),
  };
}

/** Undefined when there is no such file. */
async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    if ((await stat(file)).size > MAX_BYTES) throw new Error(`it is larger than ${MAX_BYTES / 1e6} MB`);
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  // Some editors write a mark in front that JSON does not know.
  return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
}

function list(problems: readonly ContentProblem[], texts: Words['texts']): string {
  const told = problems.slice(0, TOLD).map(({ key: full, kind, place = '' }) => {
    const sentence = sentenceOf(full);
    const key = sentence === null ? full : texts.contentSentence(sentence);
    switch (kind) {
      case 'unknown':
        return texts.contentUnknown(key);
      case 'not-text':
        return texts.contentNotText(key);
      case 'place':
        return texts.contentPlace({ key, place: `{${place}}` });
      case 'left-out':
        return texts.contentLeftOut({ key, place: `{${place}}` });
    }
  });
  const more = problems.length - told.length;
  return [...told, ...(more > 0 ? [texts.contentMore(more)] : [])].join(', ');
}
