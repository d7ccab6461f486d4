import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseLog, readLogTail } from './log-tail.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'home-gallery-log-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const line = (number: number) =>
  `2026-01-02 03:04:05 - home_gallery.cache - DEBUG - Cache hit ${number} - äöü\n`;

describe('readLogTail', () => {
  test('answers whole lines from the end of a long file', async () => {
    const file = join(folder, 'a.log');
    writeFileSync(file, Array.from({ length: 50 }, (_, i) => line(i)).join(''));
    const lines = await readLogTail(file, Buffer.byteLength(line(10)) * 3 + 20);
    expect(lines.map(({ message }) => message)).toEqual([
      'Cache hit 47 - äöü',
      'Cache hit 48 - äöü',
      'Cache hit 49 - äöü',
    ]);
    expect(lines[0]).toEqual({
      time: '2026-01-02 03:04:05',
      module: 'cache',
      level: 'DEBUG',
      message: 'Cache hit 47 - äöü',
    });
  });

  test('answers nothing while there is no file, and everything of a short one', async () => {
    expect(await readLogTail(join(folder, 'none.log'))).toEqual([]);
    writeFileSync(join(folder, 'b.log'), line(1));
    expect(await readLogTail(join(folder, 'b.log'))).toHaveLength(1);
  });
});

test('a stack belongs to its line', () => {
  const lines = parseLog(`${line(1)}    at somewhere\n\n    at elsewhere\n${line(2)}`);
  expect(lines.map(({ message }) => message)).toEqual([
    'Cache hit 1 - äöü\n    at somewhere\n    at elsewhere',
    'Cache hit 2 - äöü',
  ]);
});

test('a text that begins in the middle of a stack', () => {
  expect(parseLog('    at somewhere\n')).toEqual([]);
});
