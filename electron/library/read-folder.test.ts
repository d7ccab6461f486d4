// Tests of reading one folder: what is shown, what is left out, what is told as a problem.

import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskPath } from '../node/raw-paths.js';
import { namesIn, type FolderReading } from './found.js';
import { holdsMedia, readFolder, REAL_DISK, type Disk } from './read-folder.js';
import { Slices } from './slices.js';
import { TestFolder } from './test-files.js';

let folder: TestFolder;
beforeEach(() => (folder = new TestFolder()));
afterEach(() => folder.remove());

async function read(relative = '', disk: Disk = REAL_DISK): Promise<FolderReading> {
  const outcome = await readFolder(folder.path, relative, new Slices(), Date.now, disk);
  if (outcome.outcome !== 'read') throw new Error(`Folder ${outcome.outcome}`);
  return outcome;
}
const failure = (code: string) => Object.assign(new Error(code), { code });
const onPosix = it.skipIf(process.platform === 'win32');
const onLinux = it.skipIf(process.platform !== 'linux');

describe('readFolder', () => {
  it('lists media by extension with size and time, and folders to descend into', async () => {
    folder.write('a.JPG', 'b.mp4', 'notes.txt', 'noextension', 'sub/x.jpg');
    const reading = await read();
    expect(namesIn(reading).sort()).toEqual(['a.JPG', 'b.mp4']);
    expect(reading.kinds[namesIn(reading).indexOf('b.mp4')]).toBe(1);
    expect(reading.sizes[0]).toBe('content of a.JPG'.length);
    expect(reading.modified[0]).toBe(lstatSync(folder.at(namesIn(reading)[0]!)).mtimeMs);
    expect(reading.folders).toEqual(['sub']);
    expect(reading.problems).toEqual([]);
  });

  it('skips hidden files and the folders of systems and NAS devices', async () => {
    folder.write('._a.jpg', '.hidden/a.jpg', '@eaDir/a.jpg', '$RECYCLE.BIN/a.jpg', '.thumbnails/b.jpg');
    const reading = await read();
    expect([namesIn(reading), reading.folders]).toEqual([[], []]);
  });

  it('skips thumbnails of the app wherever they lie, and no file of a similar name', async () => {
    const key = '0123456789abcdef'.repeat(2);
    const own = ['grid2', 'large2', 'screen1', 'full12'].map((variant) => `${key}-${variant}.webp`);
    const others = [`${key}.webp`, `${key}-grid.webp`, `${key}-grid2.jpg`, `x${key}-grid2.webp`];
    folder.write(...own, ...others);
    expect(namesIn(await read()).sort()).toEqual([...others].sort());
  });

  it('keeps odd names as they are', async () => {
    const names = ['a b#%?.jpg', 'é ñ 日本.png', '🎉.webp', `${'x'.repeat(251)}.jpg`];
    folder.write(...(process.platform === 'win32' ? names.slice(1) : names));
    expect(namesIn(await read())).toEqual(expect.arrayContaining(names.slice(1)));
  });

  it('tells videos from TypeScript sources', async () => {
    const packets = new Uint8Array(400);
    packets[0] = packets[188] = 0x47;
    folder.writeBytes('video.ts', packets);
    const timed = new Uint8Array(400);
    timed[4] = timed[196] = 0x47;
    folder.writeBytes('bluray.mts', timed);
    folder.writeBytes('source.ts', 'G'.padEnd(188, ' ') + 'x');
    folder.writeBytes('short.mts', 'G');
    expect(namesIn(await read()).sort()).toEqual(['bluray.mts', 'video.ts']);
  });

  onPosix('follows no links, and tells those that lead outside or nowhere', async () => {
    folder.write('root/real/a.jpg', 'root/.hidden/h.jpg', 'outside/b.jpg');
    const link = (target: string, name: string) => symlinkSync(target, folder.at(`root/${name}`));
    link('real', 'inside');
    link('real/a.jpg', 'inside.jpg');
    link('.hidden/h.jpg', 'to hidden.jpg');
    link('.', 'loop');
    link('self', 'self');
    link('../outside', 'out');
    link('../outside/b.jpg', 'out.jpg');
    link('../outside/nothing.jpg', 'broken.jpg');
    link('/etc/hostname', 'passed-over.txt');
    const outcome = await readFolder(folder.at('root'), '', new Slices());
    if (outcome.outcome !== 'read') throw new Error(outcome.outcome);
    expect([namesIn(outcome), outcome.folders]).toEqual([[], ['real']]);
    const told = Object.fromEntries(outcome.problems.map(({ path, message }) => [path, message]));
    expect(Object.keys(told).sort()).toEqual(['broken.jpg', 'out', 'out.jpg', 'self', 'to hidden.jpg']);
    expect(told['out']).toMatch(/^This link leads outside the chosen folder/);
    expect(told['to hidden.jpg']).toBe('This link leads to a hidden file or folder.');
    expect(told['broken.jpg']).toBe('This link leads to something that does not exist.');
    expect(told['self']).toBe('This link leads back to itself.');
    expect(outcome.problems.every(({ kind }) => kind === 'link')).toBe(true);
  });

  onPosix('shows no pipes, and says so when they are named like media', async () => {
    execFileSync('mkfifo', [folder.at('pipe.jpg'), folder.at('pipe')]);
    const reading = await read();
    expect(namesIn(reading)).toEqual([]);
    expect(reading.problems.map(({ path, kind }) => [path, kind])).toEqual([['pipe.jpg', 'not-a-file']]);
  });

  onLinux('shows files and folders whose names are not UTF-8', async () => {
    const sub = 'd\udce9r';
    mkdirSync(diskPath(folder.at(sub)));
    writeFileSync(diskPath(folder.at(`${sub}/caf\udce9.jpg`)), 'x');
    writeFileSync(diskPath(folder.at('\udcff.jpg')), 'x');
    folder.write('plain \uFFFD.jpg');
    const reading = await read();
    expect(namesIn(reading).sort()).toEqual(['plain \uFFFD.jpg', '\udcff.jpg']);
    expect(reading.folders).toEqual([sub]);
    expect(namesIn(await read(sub))).toEqual(['caf\udce9.jpg']);
  });

  onPosix('reads folders whose names end in what separates names on Windows', async () => {
    folder.write('Pics\\/a.jpg');
    expect(namesIn(await read('Pics\\'))).toEqual(['a.jpg']);
  });

  it('answers "gone" for what is no folder (any more)', async () => {
    folder.write('file.jpg');
    const outcome = async (path: string) => (await readFolder(folder.path, path, new Slices())).outcome;
    expect([await outcome('missing'), await outcome('file.jpg')]).toEqual(['gone', 'gone']);
  });

  onPosix('does not enter a folder that was swapped for a link', async () => {
    folder.write('real/a.jpg');
    symlinkSync('real', folder.at('swapped'));
    expect((await readFolder(folder.path, 'swapped', new Slices())).outcome).toBe('gone');
  });

  it.each([
    ['EACCES', 'You do not have permission to read this folder.'],
    ['EIO', 'The disk reported an error while this folder was read.'],
    ['ENAMETOOLONG', 'The path of this folder is too long for the system.'],
    ['EODD', 'This folder could not be read (EODD).'],
  ])('says in a sentence why a folder cannot be read: %s', async (code, message) => {
    const disk = { ...REAL_DISK, readdirSync: (() => raise(code)) as unknown as typeof readdirSync };
    const outcome = await readFolder(folder.path, '', new Slices(), Date.now, disk);
    expect(outcome).toEqual({ outcome: 'failed', problem: { path: '', kind: 'unreadable-folder', message } });
  });

  it('counts a file that vanishes while read, and keeps the name of one that cannot be looked at', async () => {
    folder.write('a.jpg', 'vanishing.jpg', 'bad.jpg');
    const lstat = ((path: string) => {
      if (path.endsWith('vanishing.jpg')) raise('ENOENT');
      if (path.endsWith('bad.jpg')) raise('EIO');
      return lstatSync(path);
    }) as typeof lstatSync;
    const reading = await read('', { ...REAL_DISK, lstatSync: lstat });
    expect([namesIn(reading), reading.unreadable]).toEqual([['a.jpg'], ['bad.jpg']]);
    expect(reading.problems.map(({ kind }) => kind).sort()).toEqual(['unreadable-file', 'vanished']);
  });

  it('does not trust the time of a folder that changed just now', async () => {
    folder.write('a.jpg');
    expect((await read()).mtime).toBeNaN();
    folder.age('');
    expect((await read()).mtime).toBe(lstatSync(folder.path).mtimeMs);
  });
});

function raise(code: string): never {
  throw failure(code);
}

it('looks for something to show by names alone, and no further than the first', () => {
  folder.write('a/1.jpg', 'a/2.jpg', 'b/3.jpg', 'c/readme.txt', 'c/.hidden.jpg');
  const listed: string[] = [];
  const disk: Disk = {
    lstatSync: () => {
      throw new Error('A file was looked at');
    },
    readdirSync: ((path: string, options: never) => {
      listed.push(path.slice(folder.path.length));
      return readdirSync(path, options);
    }) as unknown as Disk['readdirSync'],
  };
  expect(holdsMedia(folder.path, 'a', disk)).toBe(true);
  expect(holdsMedia(folder.path, 'c', disk)).toBe(false);
  expect(holdsMedia(folder.path, 'gone', disk)).toBe(false);
  expect(listed).toEqual(['/a', '/c', '/gone']);
});
