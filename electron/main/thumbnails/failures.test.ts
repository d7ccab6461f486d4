import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Failures } from './failures.js';
import { ManualClock } from './testing.js';

let folder: string;
let clock: ManualClock;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'failures-'));
  clock = new ManualClock();
});
afterEach(() => rm(folder, { recursive: true }));

const open = async () => {
  const failures = new Failures(folder, clock, () => undefined);
  await failures.open();
  return failures;
};
const file = () => join(folder, 'thumbnail-failures.json');

it('keeps what is wrong with a file over a restart, and nothing that may pass', async () => {
  const first = await open();
  first.add('a', { code: 'damaged', message: 'Cut short.' });
  first.add('b', { code: 'unsupported', message: 'No picture in it.' });
  first.add('c', { code: 'offline', message: 'Away.' });
  first.add('d', { code: 'timeout', message: 'Too long.' });
  first.forget('d');
  await first.close();
  const again = await open();
  expect(again.get('a')).toEqual({ code: 'damaged', message: 'Cut short.' });
  expect(again.get('b')?.message).toBe('No picture in it.');
  for (const identity of ['c', 'd']) expect(again.get(identity)).toBeUndefined();
});

it.each(['timeout', 'memory'] as const)('leaves alone only what failed twice for its %s', async (code) => {
  const first = await open();
  first.add('slow', { code, message: 'Too much.' });
  await first.close();
  const second = await open();
  expect(second.get('slow')).toBeUndefined();
  second.add('slow', { code, message: 'Too much.' });
  await second.close();
  expect((await open()).get('slow')).toEqual({ code, message: 'Too much.' });
});

it('writes many changes at once, a moment later', async () => {
  const failures = await open();
  failures.add('a', { code: 'damaged', message: 'One.' });
  failures.add('b', { code: 'damaged', message: 'Two.' });
  await expect(readFile(file())).rejects.toThrow('ENOENT');
  await clock.advance(2000);
  await failures.close();
  expect(JSON.parse(await readFile(file(), 'utf8'))).toMatchObject({
    failures: [
      ['a', 'damaged', 'One.', 1],
      ['b', 'damaged', 'Two.', 1],
    ],
  });
});

it.each([
  '{',
  '{"version":1,"recipe":2,"failures":[["a","damaged","Old."]]}',
  '{"version":2,"recipe":3,"failures":[["a","damaged","Old.",1]]}',
  '{"version":3,"recipe":0,"failures":[["a","damaged","Old.",1]]}',
])('begins anew with what it cannot use: %s', async (text) => {
  await writeFile(file(), text);
  const failures = await open();
  expect(failures.get('a')).toBeUndefined();
  failures.add('b', { code: 'damaged', message: 'New.' });
  await failures.close();
  expect((await open()).get('b')?.message).toBe('New.');
});
