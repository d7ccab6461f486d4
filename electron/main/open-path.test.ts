// Tests of what is said when the system does not open a file: what, why, and what to do.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LANGUAGES } from '../shared/texts/languages.js';
import { Interpreter } from '../shared/texts/sentences.js';

const { asked, place } = vi.hoisted(() => ({ asked: { says: '' }, place: { log: '' } }));
vi.mock('electron', () => ({ shell: { openPath: () => Promise.resolve(asked.says) } }));
vi.mock('./log.js', () => ({ logFile: () => place.log }));
const { openLog, openPath } = await import('./open-path.js');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-path-'));
  place.log = join(folder, 'the.log');
  asked.says = 'Failed to open path.';
});
afterEach(() => rmSync(folder, { recursive: true }));

const german = new Interpreter(LANGUAGES.de.sentences, 'de');
/** The sentence, in both languages. */
const failing = async (work: Promise<void>): Promise<readonly string[]> => {
  const { message } = (await work.catch((error: unknown) => error)) as Error;
  return [message, german.say(message)];
};

it('keeps the words of the system for the reason, and says how a file can be opened all the same', async () => {
  expect(await failing(openPath('/a.jpg'))).toEqual([
    'The system could not open this file (Failed to open path). Choose a program for such files in the system, or use “Show in folder”.',
    'Das System konnte diese Datei nicht öffnen (Failed to open path). Bitte im System ein Programm für solche Dateien festlegen oder „Im Ordner zeigen“ wählen.',
  ]);
});

it('says where the log lies, which the window does not show', async () => {
  writeFileSync(place.log, '');
  const [english, translated] = await failing(openLog());
  expect(english).toBe(
    `The system could not open ${place.log} (Failed to open path). Open it by hand, with a program of your choice.`,
  );
  expect(translated).toMatch(/^Das System konnte .+the\.log nicht öffnen \(Failed to open path\)\. Bitte /);
});

it('says where to look when there is no log', async () => {
  const [english, translated] = await failing(openLog());
  expect(english).toMatch(/^There is no log file\. See in the settings /);
  expect(translated).toMatch(/^Es gibt keine Protokolldatei\. In den Einstellungen /);
});

it('says nothing when the system opens it', async () => {
  asked.says = '';
  await expect(openPath('/a.jpg')).resolves.toBeUndefined();
});
