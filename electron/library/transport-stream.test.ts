import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { diskPath } from '../node/raw-paths.js';
import { isTransportStream } from './transport-stream.js';

let base: string;
const STREAM = Buffer.alloc(188 * 2, 0x47);
beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'transport-stream-')));
  mkdirSync(join(base, 'real'));
  writeFileSync(join(base, 'real/film.ts'), STREAM);
});
afterEach(() => rmSync(base, { recursive: true }));

it('tells a film from a source file', () => {
  writeFileSync(join(base, 'code.ts'), 'export const a = 1;');
  expect(isTransportStream(join(base, 'real/film.ts'))).toBe(true);
  expect(isTransportStream(join(base, 'code.ts'))).toBe(false);
});

it.runIf(process.platform === 'linux')('looks into none that a link leads to', () => {
  symlinkSync(join(base, 'real/film.ts'), join(base, 'link.ts'));
  symlinkSync(join(base, 'real'), join(base, 'folder'));
  expect(() => isTransportStream(join(base, 'link.ts'))).toThrow('ELOOP');
  expect(isTransportStream(join(base, 'folder/film.ts'))).toBe(false);
  const raw = diskPath(`${base}/caf\udce9.ts`);
  writeFileSync(raw, STREAM);
  expect(isTransportStream(raw)).toBe(true);
});
