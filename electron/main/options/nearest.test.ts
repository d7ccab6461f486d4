// Tests of mistyped flags: each gets one line, and no switch of Chromium, Electron or Node is taken for one.

import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAsked } from '../config.js';
import { ConfigError } from './arguments.js';
import { nearest, slipsBetween } from './nearest.js';

const ask = (...argv: string[]) =>
  readAsked({
    ...{ argv: ['electron', ...argv], env: {}, version: '1.2.3' },
    ...{ cwd: resolve('/home/me'), appPath: resolve('/opt/app') },
  });

describe('a mistyped flag', () => {
  it.each([
    [['--medai-dir', 'x'], '--medai-dir', '--media-dir'],
    [['--media-dirs=x'], '--media-dirs', '--media-dir'],
    [['--mediadir', 'x'], '--mediadir', '--media-dir'],
    [['--no-cahce'], '--no-cahce', '--no-cache'],
    [['--cachettl=5'], '--cachettl', '--cache-ttl'],
    [['--worker-thread', '3'], '--worker-thread', '--worker-threads'],
    [['--log-levle=debug'], '--log-levle', '--log-level'],
    [['--user-datadir=/x'], '--user-datadir', '--user-data-dir'],
    [['--hlep'], '--hlep', '--help'],
    [['scan', '/x', '--jsn'], '--jsn', '--json'],
    [['--prot=80'], '--prot', '--port'],
  ])('is refused in one line: %j', (argv, typed, meant) => {
    expect(() => ask(...argv)).toThrow(new ConfigError(`${typed} is not known. Did you mean ${meant}?`));
  });

  it('is none when it belongs to Chromium, Electron or Node', () => {
    const foreign = [
      ...[
        'no-sandbox',
        'disable-gpu',
        'disable-gpu-sandbox',
        'in-process-gpu',
        'use-gl=swiftshader',
        'use-angle=gl',
      ],
      ...[
        'enable-features=A,B',
        'disable-features=A',
        'enable-blink-features=A',
        'enable-logging=stderr',
        'v=1',
      ],
      ...[
        'vmodule=a=1',
        'log-net-log=/x',
        'net-log-level=0',
        'log-severity=info',
        'lang=de',
        'accept-lang=de',
      ],
      ...[
        'ozone-platform=x11',
        'ozone-platform-hint=auto',
        'enable-wayland-ime',
        'gtk-version=4',
        'password-store=basic',
      ],
      ...[
        'force-device-scale-factor=2',
        'force-color-profile=srgb',
        'force-dark-mode',
        'force-renderer-accessibility',
      ],
      ...['force-webrtc-ip-handling-policy=x', 'high-dpi-support=1', 'touch-devices=1', 'disable-http-cache'],
      ...[
        'inspect',
        'inspect=0',
        'inspect-brk',
        'inspect-port=0',
        'remote-debugging-port=0',
        'remote-debugging-pipe',
      ],
      ...[
        'remote-allow-origins=*',
        'js-flags=--expose-gc',
        'trace-warnings',
        'trace-startup',
        'type=renderer',
      ],
      ...[
        'disk-cache-dir=/x',
        'disk-cache-size=1',
        'media-cache-size=1',
        'disable-dev-shm-usage',
        'no-zygote',
        'no-pings',
      ],
      ...[
        'proxy-server=x',
        'no-proxy-server',
        'proxy-pac-url=x',
        'host-rules=x',
        'host-resolver-rules=x',
        'test-type',
      ],
      ...[
        'ignore-gpu-blocklist',
        'enable-gpu-rasterization',
        'disable-software-rasterizer',
        'headless',
        'mute-audio',
      ],
      ...[
        'enable-unsafe-webgpu',
        'autoplay-policy=x',
        'app=/x',
        'no-first-run',
        'no-default-browser-check',
        'fast',
      ],
      ...[
        'profile-directory=x',
        'user-agent=x',
        'window-size=1,1',
        'kiosk',
        'incognito',
        'crash-dumps-dir=/x',
        'no-crashpad',
      ],
      ...[
        'original-process-start-time=1',
        'allow-file-access-from-files',
        'squirrel-firstrun',
        'updated',
        'gapplication-service',
      ],
    ];
    expect(ask(...foreign.map((name) => `--${name}`))).toMatchObject({ opened: [], forced: {}, notes: [] });
  });

  it('is measured in slips of the fingers', () => {
    expect(slipsBetween('abc', 'abc')).toBe(0);
    expect(slipsBetween('abc', 'acb')).toBe(1);
    expect(slipsBetween('abc', 'abcd')).toBe(1);
    expect(slipsBetween('abc', 'xbz')).toBe(2);
    expect(slipsBetween('', 'abc')).toBe(3);
    expect(nearest('abcdefg', ['abcdxyz', 'abcdefx', 'abcxefx'])).toBe('abcdefx');
    expect(nearest('abcdefg', ['abcxyzg'])).toBeNull();
    expect(nearest('abc', ['axy'])).toBeNull();
  });
});
