// @ts-check
// Runs in a Node process of its own, as any program that copies photos: copies one photo many times, into folders of a
// hundred, and prints when the last was there, as milliseconds since 1970.
// Arguments: the photo, the folder they go into, how many.

import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const [photo = '', to = '', count = '0'] = process.argv.slice(2);
for (let i = 0; i < Number(count); i++) {
  const folder = join(to, `roll ${Math.floor(i / 100)}`);
  if (i % 100 === 0) mkdirSync(folder, { recursive: true });
  copyFileSync(photo, join(folder, `bench many ${i}.jpg`));
}
console.log(Date.now());
