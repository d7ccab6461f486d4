import { expect, it } from 'vitest';
import { Browsed } from './browsed.js';

const NAME = 'home-gallery.browsed';

function storageWith(text: string | null) {
  const kept = new Map(text === null ? [] : [[NAME, text]]);
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

it('knows the card in the middle after another start', () => {
  const storage = storageWith(null);
  const first = new Browsed();
  first.keptIn(storage);
  first.set('/', '2');
  first.set('2/', 'summer');
  first.set('/', '3');
  const second = new Browsed();
  second.keptIn(storage);
  expect([second.get('/'), second.get('2/'), second.get('3/')]).toEqual(['3', 'summer', undefined]);
});

it('forgets what was not browsed for the longest time', () => {
  const storage = storageWith(null);
  const browsed = new Browsed();
  browsed.keptIn(storage);
  for (let i = 0; i < 101; i++) browsed.set(`${i}/`, 'a');
  expect([browsed.get('0/'), browsed.get('1/')]).toEqual([undefined, 'a']);
  expect(JSON.parse(storage.getItem(NAME)!)).toHaveLength(100);
});

it.each(['', '{', '7', '[["/"],[1,2],null]'])('begins anew with a text that makes no sense: %j', (text) => {
  const browsed = new Browsed();
  browsed.keptIn(storageWith(text));
  expect(browsed.get('/')).toBeUndefined();
});
