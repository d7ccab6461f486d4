import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inputOf } from '../../electron/node/ffmpeg-input.js';
import { readersOf } from './readers.js';

it('finds what was given a file of the folder as ffmpeg is, until it has ended', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'readers-'));
  const path = join(folder, 'a.mp4');
  await writeFile(path, 'film');
  const handle = await open(path);
  const { file, descriptor = 'ignore' } = inputOf(path, handle);
  const args = ['-e', 'setInterval(() => undefined, 1000)', `file:${file}`];
  const reader = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'ignore', descriptor] });
  try {
    expect(readersOf(folder)).toEqual(process.platform === 'linux' ? [String(reader.pid)] : []);
  } finally {
    reader.kill('SIGKILL');
    await once(reader, 'exit');
    await handle.close();
  }
  expect(readersOf(folder)).toEqual([]);
  await rm(folder, { recursive: true });
});
