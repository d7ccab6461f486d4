import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { hasFileManager } from './file-manager.js';

vi.mock('electron', () => ({ shell: {} }));

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'home-gallery-services-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The environment of a desktop with these services, in the folder of the person or of the system. */
function desktop(place: 'home' | 'system', services: Readonly<Record<string, string>>) {
  const data = join(folder, place, 'dbus-1/services');
  mkdirSync(data, { recursive: true });
  for (const [name, text] of Object.entries(services)) writeFileSync(join(data, name), text);
  return {
    XDG_DATA_HOME: join(folder, 'home'),
    XDG_DATA_DIRS: `${join(folder, 'none')}:${join(folder, 'system')}`,
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/bus',
  };
}

const MANAGER = '[D-BUS Service]\nName=org.freedesktop.FileManager1\nExec=/usr/bin/files --service\n';

it.each(['home', 'system'] as const)(
  'knows a file manager by the name of its service (%s)',
  async (place) => {
    expect(await hasFileManager(desktop(place, { 'files.service': MANAGER }))).toBe(true);
  },
);

it('takes nothing else for one', async () => {
  const others = {
    'org.freedesktop.FileManager1.service.off': MANAGER,
    'a.service': MANAGER.replace('FileManager1', 'FileManager2'),
    'b.service': '# Name=org.freedesktop.FileManager1\nName=org.example.Files\n',
  };
  expect(await hasFileManager(desktop('system', others))).toBe(false);
});

it('expects none where there is no session to ask', async () => {
  const env = desktop('home', { 'files.service': MANAGER });
  expect(await hasFileManager({ ...env, DBUS_SESSION_BUS_ADDRESS: '' })).toBe(false);
  const runtime = join(folder, 'run');
  mkdirSync(runtime);
  writeFileSync(join(runtime, 'bus'), '');
  expect(await hasFileManager({ ...env, DBUS_SESSION_BUS_ADDRESS: '', XDG_RUNTIME_DIR: runtime })).toBe(true);
});
