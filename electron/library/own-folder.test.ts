// Tests of where the app's own folder lies below a root, as systems spell it.

import { mkdirSync, symlinkSync } from 'node:fs';
import { expect, it } from 'vitest';
import { NONE_OWN, ownBelow, writtenPath } from './own-folder.js';
import { TestFolder } from './test-files.js';

it('is the folder with all below it, and no other', () => {
  const isOwn = ownBelow('/home/a/.config/Home Gallery', '/home/a', 'linux');
  expect(['.config/Home Gallery', '.config/Home Gallery/thumbnails/ab'].map(isOwn)).toEqual([true, true]);
  expect(['', '.config', '.config/Home Gallery 2', 'Home Gallery'].map(isOwn)).not.toContain(true);
  expect(isOwn('.config/home gallery')).toBe(false);
});

it('is found however systems spell it that do not mind', () => {
  const decomposed = 'Anto\u0301n';
  const isOwn = ownBelow('/Users/Antón/Library/Home Gallery', `/users/${decomposed}`, 'darwin');
  expect(['library/Home Gallery/x', 'Library/home gallery'].map(isOwn)).toEqual([true, true]);
  expect(isOwn('Library')).toBe(false);
});

it('is none in a root beside it, in it, or where there is none', () => {
  for (const root of ['/home/a/Pictures', '/home/a/own', '/home/a/own/thumbnails', '/home/a/ow'])
    expect(ownBelow('/home/a/own', root, 'linux')).toBe(NONE_OWN);
  expect(ownBelow(null, '/', 'linux')).toBe(NONE_OWN);
  expect(ownBelow('/own', '/', 'linux')('own/x')).toBe(true);
});

it.skipIf(process.platform === 'win32')('is where a link leads', () => {
  const folder = new TestFolder();
  mkdirSync(folder.at('real'));
  symlinkSync('real', folder.at('link'));
  expect(writtenPath(folder.at('link'))).toBe(folder.at('real'));
  expect(writtenPath(folder.at('gone'))).toBe(folder.at('gone'));
  folder.remove();
});
