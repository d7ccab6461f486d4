// Runs in a thumbnail worker: the one place that loads sharp, with the settings every use of it needs.

import { createRequire } from 'node:module';
import type { default as Sharp } from 'sharp';
import { AppError } from '../shared/result.js';

export type SharpFunction = typeof Sharp;

/** More pixels than this are refused before anything is decoded (sharp's own limit, a square of 16,383). */
export const PIXEL_LIMIT = 0x3fff * 0x3fff;

let loading: Promise<SharpFunction> | undefined;

/** sharp, ready to use. Rejects with one sentence when this installation must not or cannot load it. */
export function loadSharp(): Promise<SharpFunction> {
  return (loading ??= load());
}

async function load(): Promise<SharpFunction> {
  const wrong = nativeBuildInElectron(process.platform, process.arch, process.versions['electron'], resolves);
  if (wrong !== null) throw new AppError('internal', wrong);
  const { default: sharp } = await import('sharp');
  // Every file is read once: a cache would only hold memory. The pool gives parallel work, not libvips.
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}

/**
 * Why sharp must not be loaded here, or null. On Linux the GLib of sharp's native build collides with Electron's
 * and crashes later at random (lovell/sharp#4522); sharp prefers that build whenever it is installed.
 */
export function nativeBuildInElectron(
  platform: string,
  arch: string,
  electron: string | undefined,
  isInstalled: (name: string) => boolean,
): string | null {
  if (platform !== 'linux' || electron === undefined) return null;
  const native = [`@img/sharp-linux-${arch}/sharp.node`, `@img/sharp-linuxmusl-${arch}/sharp.node`];
  const found = native.find(isInstalled);
  return found === undefined
    ? null
    : `Pictures cannot be read: ${found} is installed, which must not run inside Electron on Linux. ` +
        'Install the WebAssembly build of sharp instead (npm install --cpu=wasm32).';
}

function resolves(name: string): boolean {
  try {
    // From sharp's own place, because that is where it looks.
    createRequire(createRequire(import.meta.url).resolve('sharp')).resolve(name);
    return true;
  } catch {
    return false;
  }
}
