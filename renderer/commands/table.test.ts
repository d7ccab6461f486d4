import { expect, it } from 'vitest';
import { accelerator, normal, pressed, shown } from './keys.js';
import { COMMAND_IDS, commandsFor, keysOf, specOf, type Scope } from './table.js';

const event = (key: string, rest = {}) => {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...rest };
};
const CTRL = { ctrlKey: true };

it('knows what a key press means', () => {
  const press = (key: string, rest = {}) => commandsFor(event(key, rest), ['window'], false)[0] ?? null;
  expect([
    press('o', CTRL),
    press('+', CTRL),
    press('+', { ...CTRL, shiftKey: true }),
    press('0', CTRL),
  ]).toEqual(['chooseFolder', 'larger', 'larger', 'usual']);
  expect([press('o', { ...CTRL, shiftKey: true }), press('o'), press('q', CTRL)]).toEqual([
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
