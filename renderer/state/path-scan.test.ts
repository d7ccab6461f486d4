import { expect, it } from 'vitest';
import { file, listingOf } from '../testing.js';
import { pathOf, scanPath } from './path-scan.js';

const listing = listingOf(
  file(1, { folder: 'Trips/Italy 2023', name: 'rome.jpg' }),
  file(2, { folder: 'Trips/Italy 2023', name: 'rome.jpg.png' }),
  file(3, { folder: 'Trips', name: 'rome.jpg' }),
  file(4, { folder: '', name: 'Straße.jpg' }),
  file(5, { folder: 'Trips/Italy 2023/More', name: 'rome.jpg' }),
  file(6, { folder: 'Trip', name: 'bad\udce9.jpg' }),
);

function found(text: string, root = '/home/me/Pictures'): number[] {
  const path = pathOf(text);
  if (path === null) return [];
  const hits = scanPath(listing, root, path);
  return [...listing.id].filter((_, row) => hits[row] === 1);
}

it.each([
  '/home/me/Pictures/Trips/Italy 2023/rome.jpg',
  ' /home/me/Pictures//Trips/Italy 2023/rome.jpg ',
  '"/home/me/Pictures/Trips/Italy 2023/rome.jpg"',
  'Trips/Italy 2023/rome.jpg',
  './Trips/Italy 2023/rome.jpg',
  'trips\\italy 2023\\ROME.jpg',
])('finds the one file of %s', (text) => {
  expect(found(text)).toEqual([1]);
});

it('knows the paths of Windows', () => {
  const root = 'C:\\Users\\Me\\Pictures';
  expect(found('c:\\users\\me\\pictures\\Trips\\rome.jpg', root)).toEqual([3]);
  expect(found('C:/Users/Me/Pictures/Straße.jpg', root)).toEqual([4]);
  expect(found('\\\\nas\\photos\\Trips\\rome.jpg', '\\\\nas\\photos')).toEqual([3]);
});

it('finds what lies at the top, what is below a folder, and names that are no text', () => {
  expect(found('/home/me/Pictures/STRASSE.jpg')).toEqual([4]);
  expect(found('Trips/Italy 2023/')).toEqual([1, 2, 5]);
  expect(found('/home/me/Pictures/Trips')).toEqual([1, 2, 3, 5]);
  expect(found('/home/me/Pictures/')).toHaveLength(listing.count);
  expect(found('/home/me/Pictures/Trip/bad\ufffd.jpg')).toEqual([6]);
});

it('finds nothing of other folders, and takes words for no path', () => {
  expect(found('/home/me/Pictures 2/Trips/rome.jpg')).toEqual([]);
  expect(found('/home/me')).toEqual([]);
  expect(found('Italy 2023/rome.jpg')).toEqual([]);
  expect([pathOf('rome.jpg'), pathOf('/'), pathOf('')]).toEqual([null, null, null]);
});
