// What install scripts are told; the installation itself is what every other test stands on.

import { expect, it } from 'vitest';
import { scriptEnvironment } from './install.mjs';

it('Windows on ARM gets the ffmpeg for x64, as no other program and no other machine does', () => {
  const env = { PATH: '/bin' };
  const told = (name: string, platform: string, arch: string) =>
    scriptEnvironment(name, { platform, arch, env })['npm_config_arch'];
  expect(scriptEnvironment('ffmpeg-static', { platform: 'win32', arch: 'arm64', env })).toEqual({
    ...env,
    npm_config_arch: 'x64',
  });
  expect(told('esbuild', 'win32', 'arm64')).toBeUndefined();
  expect(told('ffmpeg-static', 'win32', 'x64')).toBeUndefined();
  expect(told('ffmpeg-static', 'darwin', 'arm64')).toBeUndefined();
});
