// Tests of how words are filled in, taken from a person's content.json, and said for other processes.

import { describe, expect, it } from 'vitest';
import { readContent, withOwnSentences, withOwnWords } from './content.js';
import { en } from './en/index.js';
import { LANGUAGES, languageOf, localeOf, type Language } from './languages.js';
import { textsOf } from './message.js';
import { Interpreter } from './sentences.js';

const german = textsOf(en, LANGUAGES.de.words, 'de');
const english = textsOf(en, en, 'en');

describe('texts', () => {
  it('are strings, or functions of their values', () => {
    expect(german.close).toBe('Schließen');
    expect(german.sorts.newest).toBe('Neueste zuerst');
    expect(german.removeTitle('A & {B} $1')).toBe('„A & {B} $1“ aus der Galerie entfernen?');
    expect(german.positionOf({ position: 3, total: 12_000 })).toBe('3 von 12.000');
  });

  it('count', () => {
    expect([0, 1, 2, 1234].map(english.items)).toEqual(['0 items', '1 item', '2 items', '1,234 items']);
    expect([0, 1, 1234].map(german.photos)).toEqual(['0 Fotos', '1 Foto', '1.234 Fotos']);
  });
});

describe('the language', () => {
  it('is the first of the system that there is', () => {
    expect(languageOf(['fr-FR', 'de-AT', 'en-US'])).toBe('de');
    expect(languageOf(['EN_gb'])).toBe('en');
    expect(languageOf(['fr', 'constructor'])).toBe('en');
    expect(languageOf([])).toBe('en');
  });

  it('writes numbers as the system does where that speaks it', () => {
    expect(localeOf('de', ['en-GB', 'de-AT'])).toBe('de-AT');
    expect(localeOf('en', ['de-DE'])).toBe('en');
  });
});

describe('content.json', () => {
  const read = (value: unknown) => readContent(value, 'de');

  it('gives plain words, words with values, plurals, and words of one language', () => {
    const { words, problems } = read({
      appName: 'Anna & Ben',
      sorts: { newest: 'Zuletzt gefeiert' },
      'facts.place': 'Wo',
      items: '{count} Erinnerungen',
      photos: { one: 'ein Bild', other: '{count} Bilder' },
      de: { welcome: 'Unsere Hochzeit.' },
      en: { welcome: 'Our wedding.' },
    });
    expect(problems).toEqual([]);
    const texts = textsOf(en, withOwnWords('de', words), 'de');
    expect([texts.appName, texts.sorts.newest, texts.sorts.oldest, texts.facts.place]).toEqual([
      'Anna & Ben',
      'Zuletzt gefeiert',
      'Älteste zuerst',
      'Wo',
    ]);
    expect([texts.items(1), texts.photos(1), texts.photos(2), texts.welcome]).toEqual([
      '1 Erinnerungen',
      'ein Bild',
      '2 Bilder',
      'Unsere Hochzeit.',
    ]);
  });

  it.each<[unknown, string, string]>([
    [{ welcom: 'Hi' }, 'welcom', 'unknown'],
    [{ __proto__: null, constructor: 'Hi' }, 'constructor', 'unknown'],
    [{ sorts: { best: 'x' } }, 'sorts.best', 'unknown'],
    [{ close: 7 }, 'close', 'not-text'],
    [{ close: '  ' }, 'close', 'not-text'],
    [{ close: { other: 'x' } }, 'close', 'not-text'],
    [{ items: { one: 'x' } }, 'items', 'not-text'],
    [{ items: { other: 'x', most: 'y' } }, 'items', 'not-text'],
    [{ sorts: 'x' }, 'sorts', 'unknown'],
    [{ close: 'x'.repeat(5000) }, 'close', 'not-text'],
    [{ removeTitle: 'Remove {folder}?' }, 'removeTitle', 'place'],
    [{ close: 'Close {count}' }, 'close', 'place'],
    [{ de: 'x' }, 'de', 'not-text'],
    [{ sentences: { 'The file is emtpy.': 'x' } }, 'sentences.The file is emtpy.', 'unknown'],
    [{ sentences: 'x' }, 'sentences', 'unknown'],
    [{ sentences: { 'The file is empty.': 7 } }, 'sentences.The file is empty.', 'not-text'],
    [{ sentences: { 'The file is empty.': { other: 'x' } } }, 'sentences.The file is empty.', 'not-text'],
    [{ sentences: { 'The file is empty.': 'x {path}' } }, 'sentences.The file is empty.', 'place'],
    [
      { sentences: { 'This picture could not be read: {reason}.': 'No.' } },
      'sentences.This picture could not be read: {reason}.',
      'left-out',
    ],
    [['x'], 'content.json', 'not-text'],
    [null, 'content.json', 'not-text'],
  ])('refuses %j, and takes the rest', (value, key, kind) => {
    const { words, problems } = read(value);
    expect(words).toEqual({});
    expect(problems).toMatchObject([{ key, kind }]);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      expect(read({ ...value, cancel: 'Nein' }).words).toEqual({ cancel: 'Nein' });
    }
  });
});

describe('what other processes say', () => {
  const say = (text: string, locale = 'de') => new Interpreter(LANGUAGES.de.sentences, locale).say(text);

  it('is said in the language of the person', () => {
    expect(say('The file is empty.')).toBe('Die Datei ist leer.');
    expect(say('/a (b) is already shown as part of /a.')).toBe('/a (b) wird schon als Teil von /a gezeigt.');
    expect(say('The thumbnail could not be saved: the disk is full.')).toBe(
      'Das Vorschaubild konnte nicht gespeichert werden: die Festplatte ist voll.',
    );
    expect(
      say(
        'There is no space left on the disk that holds the database. Make room there. Folders are read again at each start.',
      ),
    ).toBe(
      'Auf der Festplatte der Datenbank ist kein Platz mehr. Bitte dort Platz schaffen. Die Ordner werden bei jedem Start neu gelesen.',
    );
  });

  it('writes how many may be handed over as numbers are written, and leaves names alone', () => {
    const many = 'No more than 10,000 files can be handed over at once. Select fewer.';
    expect(say(many)).toBe(
      'Es können höchstens 10.000 Dateien auf einmal übergeben werden. Bitte weniger auswählen.',
    );
    expect(say(many, 'de-CH')).toContain(`höchstens ${(10_000).toLocaleString('de-CH')} Dateien`);
    expect(say('10,000 is already shown as part of x.')).toBe('10,000 wird schon als Teil von x gezeigt.');
  });

  it.each<[Language, readonly string[]]>([
    ['en', ['Oh, nothing.', '/a? In /b.', 'Oh, nothing. It was passed over.', 'The picture is damaged.']],
    ['de', ['Oh, nothing.', '/a? In /b.', 'Oh, nothing. Das wurde übergangen.', 'Das Bild ist beschädigt.']],
  ])('is said in words of their own, in %s as well', (language, expected) => {
    const { words, problems } = readContent(
      {
        sentences: { 'The file is empty.': 'Oh, nothing.' },
        'sentences.{path} leads into {folder} now, and is shown as part of that.': '{path}? In {folder}.',
      },
      language,
    );
    expect(problems).toEqual([]);
    const interpreter = new Interpreter(withOwnSentences(language, words), language);
    const sentences = [
      ...[
        'The file is empty.',
        '/a leads into /b now, and is shown as part of that.',
        'The file is empty. It was passed over.',
      ],
      'The picture is damaged.',
    ];
    expect(sentences.map((sentence) => interpreter.say(sentence))).toEqual(expected);
  });

  it('may be the words of one language', () => {
    const content = { en: { sentences: { 'The file is empty.': 'Oh, nothing.' } } };
    expect(readContent(content, 'de')).toEqual({ words: {}, problems: [] });
    expect(readContent(content, 'en').words).toEqual({ 'sentences.The file is empty.': 'Oh, nothing.' });
  });

  it('takes nothing for a sentence that is none', () => {
    expect(say('constructor is already shown as part of x.')).toBe(
      'constructor wird schon als Teil von x gezeigt.',
    );
  });

  it('stays as it is when nobody has translated it', () => {
    expect(say('Something new happened.')).toBe('Something new happened.');
  });
});
