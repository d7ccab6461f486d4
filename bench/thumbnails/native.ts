// Runs in Node: gets the sharp that Windows and macOS run, compiled for this machine, next to the one of the project,
// which is WebAssembly on Linux because Electron cannot load the other there.

import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';

const FOLDER = join(import.meta.dirname, '../../.cache/bench/native');

/** A folder below which `sharp` is the native one; or why there is none, a sentence. */
export async function nativeSharp(): Promise<{ folder: string } | { reason: string }> {
  const { sharp: version } = sharp.versions;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'package.json'), '{"private":true,"type":"module"}\n');
  try {
    const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', `sharp@${version}`];
    await promisify(execFile)('npm', args, { cwd: FOLDER, shell: process.platform === 'win32' });
    const check = ['-e', 'if ("emscripten" in require("sharp").versions) process.exit(1)'];
    await promisify(execFile)(process.execPath, check, { cwd: FOLDER });
    return { folder: FOLDER };
  } catch (error) {
    const { stderr = '', message } = error as Error & { stderr?: string };
    return { reason: `native sharp could not be installed: ${(stderr || message).trim().split('\n')[0]}` };
  }
}
