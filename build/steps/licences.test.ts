// Licences of what others wrote: of everything that is installed with the app.

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { readLock, runtimePackages } from '../packaging/packages.mjs';
import { bundledPackages, collectLicences, licenceOf } from './licences.mjs';
import { inRoot } from './paths.mjs';

it('every package that runs has a licence with a text', async () => {
  const licences = await collectLicences([
    'node_modules/react',
    'node_modules/mediabunny',
    'node_modules/lazy-val',
    'node_modules/thumbhash',
  ]);
  const byName = new Map(licences.map((one) => [one.name, one]));
  for (const folder of runtimePackages(readLock()).filter((one) => existsSync(inRoot(one)))) {
    expect(byName.get(folder.slice('node_modules/'.length))?.text.length, folder).toBeGreaterThan(300);
  }
  expect(byName.get('react')?.licence).toBe('MIT');
  expect(byName.get('react')?.text).toContain('Permission is hereby granted');
  expect(byName.get('mediabunny')?.licence).toBe('MPL-2.0');
  // It forgot to bring its text.
  expect(byName.get('lazy-val')?.text).toMatch(/Copyright \(c\) Vladimir Krivosheev\n\nPermission/);
  // And this one its author as well.
  expect(byName.get('thumbhash')?.text).toMatch(/Copyright \(c\) Evan Wallace\n\nPermission/);
  expect(byName.get('electron')?.licence).toBe('MIT');
  // What is compiled into a package is named as well.
  const sharp = licences.find(({ name }) => /^@img\/sharp-/.test(name));
  expect(sharp?.text).toContain('libvips');
});

it('a part without a licence ends the build', async () => {
  await expect(collectLicences(['build'])).rejects.toThrow();
});

it('data that is bundled counts as well as code', async () => {
  const input = inRoot('renderer/views/Viewer/world.ts');
  const built = await build({
    ...{ configFile: false, logLevel: 'silent' },
    build: { write: false, minify: false, rolldownOptions: { input, preserveEntrySignatures: 'strict' } },
  });
  const bundled = bundledPackages([built]);
  expect(bundled).toEqual(['node_modules/topojson-client', 'node_modules/world-atlas']);
  const licences = await collectLicences(bundled);
  expect(licences.find(({ name }) => name === 'world-atlas')?.licence).toBe('ISC');
});

it('a program that is downloaded is shown with the text that came with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'licences-'));
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
  put('package.json', '{ "name": "ffmpeg-static", "version": "5.3.0", "license": "GPL-3.0-or-later" }');
  put('LICENSE', 'GNU GENERAL PUBLIC LICENSE');
  put('ffmpeg.exe.LICENSE', 'of this very build');
  const { licence, text } = await licenceOf(folder).finally(() => rmSync(folder, { recursive: true }));
  expect(licence).toBe('GPL-3.0-or-later');
  expect(text).toContain('GNU GENERAL PUBLIC LICENSE');
  expect(text).toContain('of this very build');
});
