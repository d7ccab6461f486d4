// Tests of when a command has to do without a display.

import { expect, it } from 'vitest';
import { lacksDisplay } from './no-display.js';

it('only Linux without X and Wayland lacks one, and only as long as Chromium was not told', () => {
  const argv = ['home-gallery', 'scan', '/x'];
  const lacks = (env: Record<string, string>, platform: NodeJS.Platform = 'linux', more: string[] = []) =>
    lacksDisplay({ argv: [...argv, ...more], env, platform });
  expect(lacks({})).toBe(true);
  expect(lacks({ DISPLAY: '' })).toBe(true);
  expect(lacks({ DISPLAY: ':0' })).toBe(false);
  expect(lacks({ WAYLAND_DISPLAY: 'wayland-0' })).toBe(false);
  expect(lacks({}, 'win32')).toBe(false);
  expect(lacks({}, 'darwin')).toBe(false);
  expect(lacks({}, 'linux', ['--ozone-platform=headless'])).toBe(false);
});
