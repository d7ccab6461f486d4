// @ts-check
// Runs in main, before the app, in the stand-in Electron only (see ../steps/fallback-electron.mjs): that
// Electron comes without the small program that makes `electron FOLDER` start the app in FOLDER. This is it.

import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const args = process.argv.slice(1);
const require = createRequire(import.meta.url);

/** @type {string | undefined} */
let folder;
for (let i = 0; i < args.length && folder === undefined; i++) {
  const arg = args[i] ?? '';
  // Playwright hands its loader over in this way.
  if (arg === '-r' || arg === '--require') require(resolve(args[++i] ?? ''));
  else if (!arg.startsWith('-')) folder = resolve(arg);
}
if (folder === undefined) {
  console.error('Which app? Give its folder: electron FOLDER');
  process.exit(2);
}

/** @type {{ name: string, productName?: string, version: string, main: string }} */
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setName(manifest.productName ?? manifest.name);
// Both are Electron's own and not part of its published types.
const internal =
  /** @type {typeof app & { setVersion(version: string): void, setAppPath(path: string): void }} */ (app);
internal.setVersion(manifest.version);
internal.setAppPath(folder);
// Electron chose this folder before it knew the app's name.
app.setPath('userData', join(app.getPath('appData'), app.getName()));
Object.assign(process, { defaultApp: true });
await import(pathToFileURL(join(folder, manifest.main)).href);
