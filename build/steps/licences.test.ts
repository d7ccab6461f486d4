// Licences of what others wrote: of everything that is installed with the app.

import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readLock, runtimePackages } from '../packaging/packages.mjs';
import { collectLicences } from './licences.mjs';
import { inRoot } from './paths.mjs';

it('every package that runs has a licence with a text', async () => {
  const licences = await collectLicences([
    'node_modules/react',
    'node_modules/mediabunny',
    'node_modules/lazy-val',
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
  expect(byName.get('electron')?.licence).toBe('MIT');
  // What is compiled into a package is named as well.
  const sharp = licences.find(({ name }) => /^@img\/sharp-/.test(name));
  expect(sharp?.text).toContain('libvips');
});

it('a part without a licence ends the build', async () => {
  await expect(collectLicences(['build'])).rejects.toThrow();
});
