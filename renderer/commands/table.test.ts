import { afterEach, expect, it } from 'vitest';
import { LANGUAGE_CODES } from '../../electron/shared/texts/languages.js';
import { accelerator, normal, pressed, shown } from './keys.js';
import { setTexts, texts } from '../texts.js';
import { menuCommands } from '../../electron/shared/menu.js';
import { appMenu } from './app-menu.js';
import { Commands } from './registry.js';
import { linesOf } from './sheet.js';
import {
  COMMAND_IDS,
  commandName,
  commandsFor,
  GROUPS,
  keysOf,
  specOf,
  type CommandId,
  type Scope,
} from './table.js';

afterEach(() => setTexts('en', 'en', {}));

const event = (key: string, rest = {}) => {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...rest };
};
const CTRL = { ctrlKey: true };

const nameFits = (line: string, id: CommandId): boolean => {
  const { row } = specOf(id);
  return line === (row ? texts.commandRows[row] : commandName(id).replace(/\s?…$/, ''));
};

it('knows what a key press means', () => {
  const press = (key: string, rest = {}) => commandsFor(event(key, rest), ['window'], false)[0] ?? null;
  expect([
    press('o', CTRL),
    press('+', CTRL),
    press('+', { ...CTRL, shiftKey: true }),
    press('0', CTRL),
  ]).toEqual(['chooseFolder', 'larger', 'larger', 'usual']);
  expect([press('o', { ...CTRL, shiftKey: true }), press('o'), press('y', CTRL)]).toEqual([
    'importMarks',
    null,
    null,
  ]);
  expect(press('?', { shiftKey: true })).toBe('shortcuts');
  expect(commandsFor(event('C', { metaKey: true, shiftKey: true }), ['files'], true)).toEqual(['copyPath']);
  expect(commandsFor(event('c', { metaKey: true }), ['files'], false)).toEqual([]);
  expect(commandsFor(event('ArrowLeft'), ['photo', 'viewer'], false)).toEqual(['panLeft', 'previous']);
  expect(commandsFor(event('F'), ['files'], false)).toEqual(['favourite']);
});

it('knows figures by their place on the keyboard where Alt makes other signs of them', () => {
  const alt = { altKey: true, code: 'Digit4' };
  expect(commandsFor(event('¢', alt), ['window'], true)).toEqual(['sort-name-down']);
  expect(commandsFor(event('$', { ...alt, shiftKey: true }), ['window'], false)).toEqual(['showFavourites']);
  expect(commandsFor(event('4', { ...alt, ctrlKey: true }), ['window'], false)).toEqual([]);
});

it('gives every command a key of its own where it counts', () => {
  const together: readonly (readonly Scope[])[] = [
    ['window', 'files', 'grid', 'pages'],
    ['photo'],
    ['video'],
    ['viewer', 'files'],
  ];
  for (const mac of [false, true]) {
    for (const scopes of together) {
      const ids = COMMAND_IDS.filter((id) => scopes.includes(specOf(id).scope));
      const keys = ids.flatMap((id) => keysOf(id, mac).map(normal));
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
      expect(ids.filter((id) => keysOf(id, mac).length === 0)).toEqual([]);
    }
  }
});

it('leaves keys alone that the system takes for itself', () => {
  // Unicode characters by their numbers, with IBus on Linux.
  const taken = ['Mod+Shift+U'].map(normal);
  const keys = COMMAND_IDS.flatMap((id) => keysOf(id, false).map(normal));
  expect(keys.filter((key) => taken.includes(key))).toEqual([]);
});

it('has every command in the sheet, and in the menus all but those that move the focus, a selection or a picture', () => {
  const lines = GROUPS.flatMap((group) => linesOf(group, false));
  for (const id of COMMAND_IDS) {
    const keys = keysOf(id, false).map((one) => shown(one, false));
    const line = lines.find((one) => one.keys.includes(keys[0]!) && nameFits(one.name, id));
    expect(line, id).toBeDefined();
  }
  const listed = menuCommands(appMenu(new Commands(), false)).map(({ id }) => id);
  expect(new Set(listed).size).toBe(listed.length);
  const missing = COMMAND_IDS.filter((id) => !listed.includes(id));
  const moving = missing.filter((id) => specOf(id).repeats || specOf(id).row !== undefined);
  expect(missing.filter((id) => !moving.includes(id))).toEqual([
    // They are there as what the system does by itself; `openLog` as what main does.
    ...['fullScreen', 'closeWindow', 'minimize', 'quit', 'openLog'],
  ]);
});

it('lists a command in each part of the sheet where a person looks for it', () => {
  const groupsOf = (line: string) =>
    GROUPS.filter((group) => linesOf(group, false).some(({ name }) => name === line));
  expect(groupsOf('Slideshow')).toEqual(['files', 'viewer']);
  expect(groupsOf('Copy path')).toEqual(['files', 'flow', 'cards', 'tree']);
});

it('writes keys for people and for menus', () => {
  expect([shown('Mod+Shift+C', false), shown('Mod+Shift+C', true)]).toEqual(['Ctrl+Shift+C', '⌘⇧C']);
  expect([shown('Mod++', false), shown('ArrowLeft', false), shown('Mod+-', true)]).toEqual([
    'Ctrl++',
    '←',
    '⌘−',
  ]);
  expect([accelerator('Mod++'), accelerator('Mod+Shift+C'), accelerator('F'), accelerator('Delete')]).toEqual(
    ['CmdOrCtrl+Plus', 'CmdOrCtrl+Shift+C', 'F', 'Delete'],
  );
  expect(pressed(event(' ', CTRL), false)).toBe('Mod+Space');
});

it.each(LANGUAGE_CODES)(
  'calls a thing in menus and in the sheet as it is called in the window (%s)',
  (language) => {
    setTexts(language, language, {});
    const plain = (text: string) => text.replace(/\s?…$/, '');
    const words: Readonly<Record<string, unknown>> = texts;
    // These are other things: the sign on a photo that moves, a part of the page, the first folder of all, and one that is named beside it.
    const others = ['live', 'sidebar', 'chooseFolder', 'showFolder'];
    const both = COMMAND_IDS.filter((id) => typeof words[id] === 'string' && !others.includes(id));
    expect(both.length).toBeGreaterThan(15);
    for (const id of both) expect([id, plain(commandName(id))]).toEqual([id, plain(words[id] as string)]);
    const places = COMMAND_IDS.filter((id) => id in texts.placeNames);
    expect(places).toHaveLength(10);
    for (const id of places)
      expect(commandName(id)).toBe(texts.placeNames[id as keyof typeof texts.placeNames]);
    expect(plain(commandName('chooseFolder'))).toBe(texts.addFolder);
    expect(plain(commandName('sort'))).toBe(texts.sortMenu);
    expect(plain(commandName('filter'))).toBe(texts.filterBy);
    expect(commandName('goBack')).not.toBe(commandName('previous'));
  },
);
