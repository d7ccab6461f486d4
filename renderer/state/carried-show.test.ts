// Tests of how slideshows go being handed to the settings, once.

import { expect, it } from 'vitest';
import { fakeGallery } from '../testing.js';
import { carryShowOver } from './carried-show.js';

const NAME = 'home-gallery.viewer';

function kept(text: string | null) {
  const entries = new Map(text === null ? [] : [[NAME, text]]);
  return {
    entries,
    getItem: (name: string) => entries.get(name) ?? null,
    setItem: (name: string, value: string) => void entries.set(name, value),
  };
}

const galleryWith = (source: 'default' | 'saved') =>
  fakeGallery({
    'options.list': () => ({ slideshowSeconds: { source }, slideshowOrder: { source } }),
  });
const changes = ({ calls }: ReturnType<typeof fakeGallery>) =>
  calls.filter(([name]) => name === 'options.set');

it('hands over what was chosen, and keeps the rest where it is', async () => {
  const storage = kept('{"interval":20,"order":"shuffle","volume":0.5}');
  const gallery = galleryWith('default');
  await carryShowOver(gallery, storage);
  expect(changes(gallery)).toEqual([
    ['options.set', 'slideshowSeconds', 20],
    ['options.set', 'slideshowOrder', 'shuffle'],
  ]);
  expect(storage.entries.get(NAME)).toBe('{"volume":0.5}');
  await carryShowOver(gallery, storage);
  expect(changes(gallery)).toHaveLength(2);
});

it('changes nothing that was chosen in the settings, and chooses nothing that is usual', async () => {
  for (const [text, source] of [
    ['{"interval":20,"order":"shuffle"}', 'saved'],
    ['{"interval":5,"order":"shown"}', 'default'],
  ] as const) {
    const [storage, gallery] = [kept(text), galleryWith(source)];
    await carryShowOver(gallery, storage);
    expect([changes(gallery), storage.entries.get(NAME)]).toEqual([[], '{}']);
  }
});

it('asks nothing where there is nothing to hand over', async () => {
  for (const text of [null, '{"volume":0.5}', '{"inter', 'null']) {
    const gallery = galleryWith('default');
    await carryShowOver(gallery, kept(text));
    expect(gallery.calls).toEqual([]);
  }
});
