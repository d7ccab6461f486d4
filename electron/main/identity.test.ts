// What the system is told about the app; that the packages say the same is tested beside them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { APP_ID } from '../shared/app-id.js';
import { introduce } from './identity.js';

it.each([
  ['win32', 1],
  ['linux', 0],
  ['darwin', 0],
] as const)('has a name, and on Windows the identity of its shortcuts (%s)', (platform, ids) => {
  const system = { setName: vi.fn(), setAppUserModelId: vi.fn() };
  introduce(system, platform);
  expect(system.setName).toHaveBeenCalledExactlyOnceWith('Home Gallery');
  expect(system.setAppUserModelId.mock.calls).toEqual(Array(ids).fill([APP_ID]));
});

it('is told before anything asks for it', () => {
  const start = readFileSync(join(import.meta.dirname, 'index.ts'), 'utf8');
  const told = start.indexOf('introduce(app, ');
  expect(told).toBeGreaterThan(0);
  for (const later of ["app.getPath('userData')", '.whenReady()']) {
    expect(start.indexOf(later), later).toBeGreaterThan(told);
  }
});
