import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readWords } from './words.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'words-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const read = (text?: string, language: 'de' | null = null) =>
  (text === undefined ? Promise.resolve() : writeFile(join(folder, 'content.json'), text)).then(() =>
    readWords({ folder, language, preferred: ['en-GB', 'de-DE'] }),
  );

it('has the usual words of the system without a content.json', async () => {
  const words = await read();
  expect(words).toMatchObject({ language: 'en', locale: 'en-GB', own: {}, notice: null, problems: [] });
});

it('takes the chosen language, and what content.json says', async () => {
  const words = await read('\uFEFF{ "appName": "Anna & Ben" }', 'de');
  expect(words).toMatchObject({ language: 'de', locale: 'de-DE', own: { appName: 'Anna & Ben' } });
  expect([words.texts.appName, words.texts.close, words.notice]).toEqual(['Anna & Ben', 'Schließen', null]);
});

it('tells what it does not take, shortly to the person and in full to the log', async () => {
  const words = await read('{ "a": 1, "b": 1, "close": 7, "removeTitle": "{x}?", "cancel": "No" }');
  expect(words.notice).toBe(
    'Not taken from your content.json: a is no text of the app, b is no text of the app, close is not a text, and 1 more (see the log)',
  );
  expect(words.problems).toHaveLength(4);
  expect(words.problems[3]).toBe('content.json: removeTitle was ignored (place x)');
  expect(words.texts.cancel).toBe('No');
});

it('tells which sentences it does not take', async () => {
  const own = {
    sentences: {
      'The end.': 'x',
      '{path} is not a photo or video that can be shown.': 'Gone.',
      'The file is empty.': 'Nothing.',
    },
  };
  const words = await read(JSON.stringify(own));
  expect(words.notice).toBe(
    'Not taken from your content.json: the sentence “The end.” is no text of the app, the sentence “{path} is not a photo or video that can be shown.” leaves out its value {path}',
  );
  expect(words.problems).toEqual([
    'content.json: sentences.The end. was ignored (unknown)',
    'content.json: sentences.{path} is not a photo or video that can be shown. was ignored (left-out path)',
  ]);
  expect(words.own).toEqual({ 'sentences.The file is empty.': 'Nothing.' });
});

it('goes on with the usual words when the file is no JSON', async () => {
  const words = await read('{ "appName": ');
  expect(words.notice).toMatch(
    /^Your content\.json cannot be read \(.+\)\. The usual words are shown\. Mend it, then start the app again\.$/,
  );
  expect([words.texts.appName, words.own]).toEqual(['Home Gallery', {}]);
});
