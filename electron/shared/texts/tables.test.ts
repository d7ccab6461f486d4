// Tests of the tables as a whole: every language says everything, with the same values, and nothing that nobody asks for.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { messagesByKey } from './content.js';
import { en } from './en/index.js';
import { LANGUAGE_CODES, LANGUAGES } from './languages.js';
import { isPlural, placesOf } from './message.js';
import { Interpreter } from './sentences.js';

const project = resolve(import.meta.dirname, '../../..');
const sources = (...rooms: readonly string[]): string[] =>
  rooms.flatMap((room) =>
    readdirSync(join(project, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|testing|test-|samples/.test(name))
      .map((name) => join(project, room, name)),
  );
const english = messagesByKey(en);

describe.each(LANGUAGE_CODES)('the table of %s', (language) => {
  const table = messagesByKey(LANGUAGES[language].words);

  it('has the keys of the English one', () => {
    expect([...table.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('shows the same values, in every plural form but that of one', () => {
    for (const [key, message] of table) {
      expect([key, placesOf(message)]).toEqual([key, placesOf(english.get(key)!)]);
      if (isPlural(message)) expect([key, message.other]).toEqual([key, expect.stringContaining('{count}')]);
    }
  });

  it('has all plural forms that its language tells apart', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const message of table.values()) {
      if (isPlural(message)) expect(Object.keys(message).sort()).toEqual([...forms].sort());
    }
  });

  it('is calm', () => {
    for (const message of table.values()) {
      const words = isPlural(message) ? Object.values(message).join(' ') : message;
      expect(words).not.toMatch(/!|^\s|\s$|\.\.\.|\b(Sie bitte|Ihre?n?|du|dein\w*)\b/);
    }
  });

  it('is not the English one with another name', () => {
    if (language === 'en') return;
    const same = [...table].filter(([key, message]) => message === english.get(key));
    expect(same.length).toBeLessThan(table.size / 4);
  });
});

it('no area of a table takes the text of another', async () => {
  for (const language of LANGUAGE_CODES) {
    const folder = join(import.meta.dirname, language);
    const areas = readdirSync(folder).filter((name) => name !== 'index.ts' && !name.startsWith('sentences'));
    const keys: string[] = [];
    for (const name of areas) {
      const exported = (await import(join(folder, name))) as Readonly<Record<string, object>>;
      keys.push(...Object.values(exported).flatMap((area) => Object.keys(area)));
    }
    expect(keys.length).toBeGreaterThan(100);
    expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
  }
});

it('no text is there that nobody shows', () => {
  const code = sources('electron/main', 'renderer')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const unused = Object.keys(en).filter((key) => !new RegExp(`\\b(t|texts)\\.${key}\\b`).test(code));
  expect(unused).toEqual([]);
});

it('every language has the same sentences, with the same values', () => {
  const known = LANGUAGES.en.sentences;
  expect(Object.keys(known).length).toBeGreaterThan(150);
  for (const language of LANGUAGE_CODES) {
    const { sentences } = LANGUAGES[language];
    expect(Object.keys(sentences).sort()).toEqual(Object.keys(known).sort());
    for (const [english, said] of Object.entries(sentences))
      expect([english, placesOf(said)]).toEqual([english, placesOf(english)]);
  }
});

/** Faults of the code itself, which no person can meet by using the app, and lines that only go to the log. */
const NOT_FOR_PEOPLE = [
  /^The columns of a listing|^A patch from version/,
  /^There is no (call|event)|^The arguments of|^This page may not|^This address names|^No such page/,
  /^The library process (has not answered|ended)|: its process ended\.$|is not ready\.$|did not end\.$|^Scan threads/,
  /^More changed at once|^It is not ffmpeg|^This worker holds too much memory|^Install the WebAssembly/,
  // A part of a statement for the database.
  /^\{X\} = excluded\./,
  // Lines of the log that end with what went wrong.
  /: The file is empty\.$/,
  // Shown in a terminal, before there is a language.
  /^--|needs a|^Home Gallery|; it takes |names a picture, which/,
];

/** Sentences in the code of processes that have no words of their own, with their values as `X`. */
function sentencesIn(file: string): string[] {
  const found: string[] = [];
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    let text = '';
    if (ts.isStringLiteralLike(node)) text = node.text;
    else if (ts.isTemplateExpression(node)) {
      const value = (span: ts.TemplateSpan) =>
        /^(message|asAppError\(error\)\.message)$/.test(span.expression.getText())
          ? 'The file is empty.'
          : '{X}';
      text = node.head.text + node.templateSpans.map((span) => value(span) + span.literal.text).join('');
    }
    if (/^[A-Z{].* .*\.(\{X\})?$/s.test(text)) found.push(text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.flatMap((text) =>
    /\b[Tt]his \{X\}/.test(text)
      ? ['file', 'folder', 'picture', 'video'].map((what) => text.replace(/(his )\{X\}/, `$1${what}`))
      : [text],
  );
}

it('every sentence that a process may say to a person has a translation', () => {
  const rooms = ['main', 'library', 'thumbnail', 'node', 'shared'].map((room) => `electron/${room}`);
  const all = sources(...rooms)
    // What stands there is shown as it is.
    .filter((file) => !/electron.shared.(texts|options)/.test(file))
    .flatMap(sentencesIn)
    .filter((text) => !NOT_FOR_PEOPLE.some((one) => one.test(text)))
    .map((text) => text.replaceAll('{X}', 'X'));
  expect(all.length).toBeGreaterThan(70);
  for (const language of LANGUAGE_CODES.filter((one) => one !== 'en')) {
    const interpreter = new Interpreter(LANGUAGES[language].sentences, language);
    const missing = all.filter((text) => interpreter.say(text) === text);
    // "This folder needs more memory" is never said: one of the four has to be there.
    const whats = /his (file|folder|picture|video)\b/;
    const translated = new Set(
      all.filter((text) => !missing.includes(text)).map((text) => text.replace(whats, 'his X')),
    );
    expect(missing.filter((text) => !translated.has(text.replace(whats, 'his X')))).toEqual([]);
  }
});
