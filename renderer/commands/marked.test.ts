// Tests of the marks in menus that are about files: they tell what holds of all that are chosen.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FAVOURITE_FLAG, type MarkColumns } from '../../electron/shared/marks.js';
import { menuCommands } from '../../electron/shared/menu.js';
import type { Actions } from '../state/actions.js';
import { createApp } from '../state/app.js';
import { keyOf } from '../state/keys.js';
import { fakeGallery } from '../testing.js';
import { appMenu } from './app-menu.js';
import { fileCommands } from './file-commands.js';

beforeEach(() => {
  vi.stubGlobal('document', { activeElement: null });
  vi.stubGlobal('Element', class {});
});
afterEach(() => void vi.unstubAllGlobals());

const marksOf = (flags: Readonly<Record<number, number>>): MarkColumns => {
  const id = Uint32Array.from(Object.keys(flags), Number);
  return {
    ...{ id, flags: Uint8Array.from(Object.values(flags)), tagCount: new Uint16Array(id.length) },
    ...{ tag: new Uint32Array(), tags: [] },
  };
};

function make() {
  const gallery = fakeGallery({});
  const app = createApp(gallery);
  app.marks.connect();
  app.commands.register('files', fileCommands(app, {} as Actions));
  gallery.emit('marks.changed', {
    root: 1,
    marks: marksOf({ 1: FAVOURITE_FLAG | 4, 2: FAVOURITE_FLAG | 4, 3: FAVOURITE_FLAG | 2, 4: 0 }),
  });
  const marked = () =>
    menuCommands(appMenu(app.commands, false))
      .filter(({ id, checked }) => checked === true && (id === 'favourite' || id.startsWith('rate')))
      .map(({ id }) => id);
  return { app, marked };
}

it('are those of the one file', () => {
  const { app, marked } = make();
  expect(marked()).toEqual([]);
  app.pointedAt.set(keyOf(1, 1));
  expect(marked()).toEqual(['favourite', 'rate4']);
  app.pointedAt.set(keyOf(1, 4));
  expect(marked()).toEqual(['rate0']);
});

it('are those that all selected files have', () => {
  const { app, marked } = make();
  const select = (...ids: number[]) => {
    app.selection.clear();
    ids.forEach((id) => app.selection.toggle(keyOf(1, id)));
  };
  select(1, 2);
  expect(marked()).toEqual(['favourite', 'rate4']);
  select(1, 2, 3);
  expect(marked()).toEqual(['favourite']);
  select(1, 2, 3, 4);
  expect(marked()).toEqual([]);
});
