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
