import { mkdtemp, open, rm, writeFile, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { serveFile } from './serve-file.js';

const SIZE = 1_000_000;
const bytes = Buffer.from(Array.from({ length: SIZE }, (_, i) => i % 251));
let folder: string;
let handle: FileHandle;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serve-file-'));
  await writeFile(join(folder, 'a'), bytes);
  handle = await open(join(folder, 'a'));
});
afterEach(() => rm(folder, { recursive: true }));

const serve = (range: string | null, method = 'GET') =>
  serveFile({ handle, mime: 'video/mp4' }, range, method);
const body = async (response: Response) => Buffer.from(await response.arrayBuffer());

it('serves a whole file', async () => {
  const response = await serve(null);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-length')).toBe(String(SIZE));
  expect((await body(response)).equals(bytes)).toBe(true);
  expect(handle.fd).toBe(-1);
});

it.each([
  ['bytes=0-0', 0, 1],
  ['bytes=100-', 100, SIZE],
  ['bytes=300000-700000', 300_000, 700_001],
  ['bytes=-10', SIZE - 10, SIZE],
  [`bytes=5-${SIZE * 2}`, 5, SIZE],
])('serves %s as a part', async (range, start, end) => {
  const response = await serve(range);
  expect(response.status).toBe(206);
  expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end - 1}/${SIZE}`);
  expect((await body(response)).equals(bytes.subarray(start, end))).toBe(true);
  expect(handle.fd).toBe(-1);
});

it('serves a part of a file as if it were the file', async () => {
  const part = { offset: 1000, length: 500 };
  const whole = await serveFile({ handle, mime: 'video/mp4', part }, null, 'GET');
  expect(whole.headers.get('content-length')).toBe('500');
  expect((await body(whole)).equals(bytes.subarray(1000, 1500))).toBe(true);
  const again = await open(join(folder, 'a'));
  const range = await serveFile({ handle: again, mime: 'video/mp4', part }, 'bytes=100-', 'GET');
  expect(range.headers.get('content-range')).toBe('bytes 100-499/500');
  expect((await body(range)).equals(bytes.subarray(1100, 1500))).toBe(true);
  const beyond = await open(join(folder, 'a'));
  const none = await serveFile(
    { handle: beyond, mime: 'video/mp4', part: { offset: SIZE + 5, length: 500 } },
    null,
    'GET',
  );
  expect(none.headers.get('content-length')).toBe('0');
});

it('refuses a range behind the end', async () => {
  const response = await serve(`bytes=${SIZE}-`);
  expect(response.status).toBe(416);
  expect(response.headers.get('content-range')).toBe(`bytes */${SIZE}`);
  expect(handle.fd).toBe(-1);
});

it('ignores a range that makes no sense and several ranges', async () => {
  expect((await serve('lines=1-2')).status).toBe(200);
  const second = await open(join(folder, 'a'));
  expect((await serveFile({ handle: second, mime: 'x/y' }, 'bytes=0-1,5-6', 'HEAD')).status).toBe(200);
});

it('closes the file when the reader goes away', async () => {
  const response = await serve(null);
  const reader = response.body?.getReader();
  await reader?.read();
  await reader?.cancel();
  expect(handle.fd).toBe(-1);
});

it('answers HEAD without a body', async () => {
  const response = await serve('bytes=0-9', 'HEAD');
  expect(response.status).toBe(206);
  expect(response.body).toBeNull();
  expect(handle.fd).toBe(-1);
});

it('fails when the file became shorter', async () => {
  const response = await serve(null);
  await (await open(join(folder, 'a'), 'r+')).truncate(300_000);
  await expect(body(response)).rejects.toThrow();
  expect(handle.fd).toBe(-1);
});
