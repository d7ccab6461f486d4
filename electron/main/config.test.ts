import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.js';

const read = (argv: string[], env: Record<string, string> = {}) =>
  readConfig({ argv: ['electron', ...argv], env, cwd: resolve('/home/me'), appPath: resolve('/opt/app') });

describe('readConfig', () => {
  it('takes folders from flags and plain arguments, relative to where it was started', () => {
    expect(read(['--media-dir', 'a b', '--media-dir=/x', 'c']).mediaDirs).toEqual([
      resolve('/home/me/a b'),
      resolve('/x'),
      resolve('/home/me/c'),
    ]);
  });

  it('does not take the app itself or flags of Chromium for folders', () => {
    expect(read(['/opt/app', '--no-sandbox', '--remote-debugging-port=0']).mediaDirs).toEqual([]);
    expect(read(['../../opt/app']).mediaDirs).toEqual([]);
  });

  it('prefers flags to the environment', () => {
    const env = { HOME_GALLERY_MEDIA_DIR: '/env', HOME_GALLERY_WORKER_THREADS: '4' };
    expect(read([], env)).toMatchObject({ mediaDirs: [resolve('/env')], workers: 4 });
    expect(read(['--media-dir=/flag', '--worker-threads=3'], env)).toMatchObject({
      mediaDirs: [resolve('/flag')],
      workers: 3,
    });
  });

  it('has the original defaults', () => {
    expect(read([])).toMatchObject({ workers: 2, cacheTtl: 300, cacheEnabled: true });
  });

  it('switches workers and the cache off by flag or environment', () => {
    expect(read(['--no-worker', '--worker-threads=3'])).toMatchObject({ workers: 0, cacheEnabled: true });
    expect(read([], { HOME_GALLERY_WORKER_ENABLED: 'false' }).workers).toBe(0);
    expect(read([], { HOME_GALLERY_WORKER_ENABLED: 'true' }).workers).toBe(2);
    expect(read(['--no-cache'])).toMatchObject({ workers: 2, cacheEnabled: false });
    expect(read([], { HOME_GALLERY_CACHE_ENABLED: 'False' }).cacheEnabled).toBe(false);
  });

  it.each([
    [['--worker-threads=none'], '--worker-threads got "none"; it takes a whole number from 1 to 32.'],
    [['--cache-ttl', '0'], '--cache-ttl got "0"; it takes a whole number from 1 to 31536000.'],
    [['--media-dir'], '--media-dir needs a folder.'],
    [['--user-data-dir'], '--user-data-dir needs a value.'],
  ])('refuses %j in one line', (argv, message) => {
    expect(() => read(argv)).toThrow(new ConfigError(message));
  });
});
