// Keys that parts of the window hear by themselves stand in the sheet; that each part does something with all of them, and with no
// others, is held by its types.

import { afterEach, expect, it } from 'vitest';
import { LANGUAGE_CODES } from '../../electron/shared/texts/languages.js';
import { setTexts, texts } from '../texts.js';
import { stopFor } from '../views/Grid/marks.js';
import { appMenu } from './app-menu.js';
import { ofKey, OWN_KEYS, type OwnGroup } from './own-keys.js';
import { Commands } from './registry.js';
import { linesOf } from './sheet.js';
import { GROUPS } from './table.js';

afterEach(() => setTexts('en', 'en', {}));

const groups = Object.keys(OWN_KEYS) as OwnGroup[];

it.each(LANGUAGE_CODES)('stand in the sheet, with words and signs of the language (%s)', (language) => {
  setTexts(language, language, {});
  expect(groups.filter((group) => !GROUPS.includes(group))).toEqual([]);
  for (const group of groups) {
    const names: Readonly<Record<string, string>> = texts.ownKeys[group];
    for (const [line, keys] of Object.entries<readonly string[]>(OWN_KEYS[group])) {
      const written = linesOf(group, false).filter(({ name }) => name === names[line]);
      expect(written, `${group} ${line}`).toHaveLength(1);
      expect(new Set(written[0]!.keys).size).toBe(keys.length);
      expect(written[0]!.keys.filter((key) => key === ' ' || key.startsWith('Arrow'))).toEqual([]);
    }
  }
});

it('are read as a person knows them', () => {
  const keys = (group: OwnGroup, name: string) =>
    linesOf(group, false).find((line) => line.name === name)?.keys;
  expect(keys('viewer', 'Close or end the slideshow')).toEqual(['Esc']);
  expect(keys('flow', 'Folder above')).toEqual(['↑', 'Backspace', 'Esc']);
  expect(keys('cards', 'Open')).toEqual(['Enter', 'Space']);
  expect(keys('tree', 'Remove from gallery')).toEqual(['Del']);
});

it('lead along the time line, each of them', () => {
  const months = [0, 1, 2].map((month) => ({ file: month, day: month * 31, year: month === 0 }));
  for (const key of Object.values(OWN_KEYS.timeline).flat())
    expect([key, stopFor(key, months, [0, 10, 20], 10, 30)]).toEqual([key, expect.any(Number)]);
  expect(stopFor('Enter', months, [0, 10, 20], 10, 30)).toBeNull();
});

it('are only those of the table, whatever else every object has', () => {
  expect([ofKey({ a: 1 }, 'a'), ofKey({ a: 1 }, 'b'), ofKey({ a: 1 }, 'toString')]).toEqual([
    1,
    undefined,
    undefined,
  ]);
});

it.each([
  [false, { togglefullscreen: 'F11', quit: 'CmdOrCtrl+Q' }],
  [true, { togglefullscreen: 'Control+CmdOrCtrl+F' }],
] as const)(
  'the system is told the keys that the sheet has for what it does by itself (macOS: %s)',
  (mac, own) => {
    const roles = appMenu(new Commands(), mac).flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'role' && item.accelerator !== null ? [item] : [])),
    );
    expect(Object.fromEntries(roles.map(({ role, accelerator }) => [role, accelerator]))).toEqual({
      ...own,
      minimize: 'CmdOrCtrl+M',
      close: 'CmdOrCtrl+W',
    });
  },
);
