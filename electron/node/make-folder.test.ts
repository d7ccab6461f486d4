import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder, makeFolderSync } from './make-folder.js';

let scratch: string;
beforeEach(() => void (scratch = mkdtempSync(join(tmpdir(), 'make-folder-'))));
afterEach(() => rmSync(scratch, { recursive: true }));

const ways = [
  ['at once', (folder: string) => Promise.resolve().then(() => makeFolderSync(folder))],
  ['in time', makeFolder],
] as const;

describe.each(ways)('a folder made %s', (_, make) => {
  it('is there with all it lies in, also when it was before', async () => {
    const folder = join(scratch, 'a/b/c');
    await make(folder);
    expect(statSync(folder).isDirectory()).toBe(true);
    await make(folder);
    await make(scratch);
  });

  it('does not take the place of a file', async () => {
    const file = join(scratch, 'file');
    writeFileSync(file, 'kept');
    await expect(make(file)).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(make(join(file, 'a/b'))).rejects.toThrow();
    expect(statSync(file).size).toBe(4);
  });

  it('is refused, and not waited for, where the system makes none', async () => {
    // On Linux no folder can be made in /proc, which is there; elsewhere there is no such folder to be made one in.
    const impossible = process.platform === 'linux' ? '/proc/nope/logs' : `${join(scratch, 'file')}\0`;
    await expect(make(impossible)).rejects.toThrow();
    expect(existsSync('/proc/nope')).toBe(false);
  });
});
