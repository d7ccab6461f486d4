import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Settings } from '../settings.js';
import { openOptions } from './open.js';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'saved-options-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (options: unknown) => {
  const text = JSON.stringify({ version: 1, nextRootId: 1, roots: [], options });
  writeFileSync(join(folder, 'settings.json'), text);
  return text;
};
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const fail = (error: unknown) => {
  throw error;
};

it('keeps a copy of what cannot be used before it is lost, and what it does not know', async () => {
  const before = write({ cacheTtl: 'soon', theme: 'dark', fromLater: { a: 1 } });
  const settings = Settings.open(folder, fail);
  const unusable: string[] = [];
  const options = openOptions({}, settings, unusable);
  expect(unusable).toEqual(['cacheTtl']);
  // Nothing is lost yet.
  settings.update({ nextRootId: 2 });
  await settings.flush();
  expect(readdirSync(folder)).toEqual(['settings.json']);
  options.set('zoom', 5);
  options.set('zoom', 6);
  await settings.flush();
  expect(readdirSync(folder).sort()).toEqual(['settings.damaged.json', 'settings.json']);
  const { options: copied } = JSON.parse(read('settings.damaged.json')) as { options: unknown };
  expect(copied).toEqual((JSON.parse(before) as { options: unknown }).options);
  const { options: saved } = JSON.parse(read('settings.json')) as { options: unknown };
  expect(saved).toEqual({ theme: 'dark', zoom: 6, fromLater: { a: 1 } });
});

it.each([[{ theme: 'dark', fromLater: 1 }], [undefined]])(
  'needs no copy where all can be used: %j',
  async (kept) => {
    write(kept);
    const settings = Settings.open(folder, fail);
    openOptions({}, settings, []).set('zoom', 5);
    await settings.flush();
    expect(readdirSync(folder)).toEqual(['settings.json']);
    expect(settings.value.options).toEqual({ ...kept, zoom: 5 });
  },
);

it('tells when there can be no copy', () => {
  write(['x']);
  const errors: unknown[] = [];
  const settings = Settings.open(folder, (error) => errors.push(error));
  const options = openOptions({}, settings, []);
  rmSync(folder, { recursive: true });
  options.set('zoom', 5);
  expect(errors).toHaveLength(1);
});
