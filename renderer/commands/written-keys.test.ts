// Keys that a person reads come from the table and in the words of their language and system: the sources are read for others.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LANGUAGES } from '../../electron/shared/texts/languages.js';
import { setTexts } from '../texts.js';
import { shortcut, shortcuts } from './table.js';

beforeEach(() => void vi.stubGlobal('navigator', { platform: 'Linux x86_64' }));
afterEach(() => {
  vi.unstubAllGlobals();
  setTexts('en', 'en', {});
});

it('are written nowhere but in the table', () => {
  const views = join(import.meta.dirname, '../views');
  const sources = readdirSync(views, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx'))
    .map((path) => readFileSync(join(views, path), 'utf8'));
  expect(sources.filter((source) => source.includes('shortcut={')).length).toBeGreaterThan(10);
  const written = sources.flatMap((source) => source.match(/\bshortcut=(?:"|\{["'`][^$]).*/g) ?? []);
  expect(written).toEqual([]);
  for (const { words } of Object.values(LANGUAGES))
    expect(JSON.stringify(words).match(/[^"]*\([A-Z]\)"/g) ?? []).toEqual([]);
});

it('are named as the keyboard of the language and the system names them', () => {
  expect(shortcuts('turnRight', 'turnLeft')).toBe('R, Shift+R');
  setTexts('de', 'de', {});
  expect(shortcuts('turnRight', 'turnLeft')).toBe('R, Umschalt+R');
  expect(shortcut('turnLeft', true)).toBe('⇧R');
});
