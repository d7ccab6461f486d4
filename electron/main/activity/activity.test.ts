import { describe, expect, test } from 'vitest';
import type { LogLine, LogTail } from '../../shared/activity.js';
import type { ThumbnailFailure } from '../../shared/contract.js';
import { NO_DETAILS } from '../../shared/details.js';
import { Listing } from '../../shared/listing-table.js';
import { directoryKey, metadataKey } from '../library/cache-keys.js';
import { createCaches } from '../library/caches.js';
import { Activity, type ActivityServices } from './activity.js';
import { LoopDelayMeter } from './loop-delay.js';

const ROOT = '/home/ann/Secret holiday';
const failure = (path: string, code: ThumbnailFailure['code']): ThumbnailFailure => ({
  root: 1,
  id: 7,
  path,
  code,
  message: `Reason of ${path}.`,
});

function setUp(
  log: readonly LogLine[] = [],
  notice: string | null = null,
  { isKept = true, problem = null }: Partial<LogTail> = {},
) {
  let time = 0;
  const restarted: (string | null)[] = [];
  const caches = createCaches(() => time);
  const services: ActivityServices = {
    caches,
    library: {
      roots: () => [
        {
          ...{ id: 1, path: ROOT, name: 'Secret holiday', state: 'ready', files: 3, checkedAt: 0 },
          ...{ watching: 'native', unread: 0 },
        },
      ],
      stats: () =>
        Promise.resolve({
          index: null,
          caches: { directory: caches.directory.stats(), metadata: caches.metadata.stats() },
          watchers: [{ root: 1, backend: 'inotify', degraded: null, folders: 2, lastEvent: 0, events: 5 }],
        }),
    },
    engine: {
      activity: () => ({
        pool: {
          ...{ completed: 2, recognised: 1, failed: 1, pending: 1, queueSize: 0, running: 1 },
          ...{ lanes: { viewer: 0, visible: 0, near: 0, background: 4 }, median: 0.2, p95: 1.25 },
          workers: [
            {
              ...{ name: 'worker 1', pid: 12, state: 'busy', seconds: 0.5, memory: 5e6 },
              file: `${ROOT}/my, private: file.jpg`,
            },
          ],
        },
        failures: [failure('plain.jpg', 'damaged'), failure('out.jpg', 'crashed')],
        store: { folder: '/home/ann/.config/gallery/thumbnails', bytes: 1e6, cap: 2e9 },
        ...{ done: 2, total: 3, paused: false, perSecond: 4, notice },
      }),
      restartWorkers: (name) => void restarted.push(name),
    },
    useCache: true,
    now: () => 1000,
    uptime: () => 60,
    after: () => () => undefined,
    loop: new LoopDelayMeter({ after: () => () => undefined }),
    processes: () => [{ pid: 1, name: 'Main', kind: 'main', memory: 90e6, cpu: 2 }],
    readLog: () => Promise.resolve({ lines: log, isKept, problem }),
    versions: { 'Home Gallery': '1.2.3' },
    places: [
      ['/home/ann', 'home'],
      ['/home/ann/.config/gallery', 'user data'],
    ],
    log: () => undefined,
  };
  const activity = new Activity(services);
  return { activity, caches, restarted, services, pass: (ms: number) => (time += ms) };
}

describe('a snapshot', () => {
  test('tells the numbers of both caches as they are', async () => {
    const { activity, caches } = setUp();
    caches.directory.set(directoryKey(ROOT, true), Listing.empty());
    caches.directory.get(directoryKey(ROOT, true));
    caches.directory.get('unknown');
    const { caches: told } = await activity.snapshot();
    expect(told.directory).toMatchObject({ size: 1, hits: 1, misses: 1, defaultTtl: 300_000 });
    expect(told.metadata).toMatchObject({ size: 0, hits: 0, misses: 0, defaultTtl: 600_000 });
    activity.stop();
  });

  test('does not wait for a library process that hangs', async () => {
    const { services } = setUp();
    const waits: [number, () => void][] = [];
    const after = (ms: number, run: () => void) => {
      waits.push([ms, run]);
      return () => undefined;
    };
    const library = { ...services.library, stats: () => new Promise<never>(() => undefined) };
    const activity = new Activity({ ...services, library, after });
    const asked = activity.snapshot();
    for (const [ms, run] of waits) if (ms === 1000) run();
    expect(await asked).toMatchObject({ index: null, watchers: [], at: 1000, pool: { completed: 2 } });
    activity.stop();
  });

  test('lists files that are left alone first', async () => {
    const { activity } = setUp();
    const { thumbnails } = await activity.snapshot();
    expect(thumbnails.failures.map(({ path }) => path)).toEqual(['out.jpg', 'plain.jpg']);
    expect(thumbnails.failed).toBe(2);
    activity.stop();
  });
});

describe('the entries of a cache', () => {
  test('are named by their folder or file, youngest first', () => {
    const { activity, caches, pass } = setUp();
    const details = { root: 1, size: 1, modified: 1, details: NO_DETAILS };
    caches.metadata.set(metadataKey('/a'), { ...details, relative: 'sub/a.jpg' });
    pass(100);
    caches.metadata.set(metadataKey('/b'), { ...details, relative: 'b.jpg' });
    caches.directory.set(directoryKey(ROOT, false), Listing.empty());
    expect(activity.entries('metadata')).toEqual({
      total: 2,
      entries: [
        { key: metadataKey('/b'), name: 'b.jpg', root: 1, folder: '', age: 0, left: 600_000 },
        { key: metadataKey('/a'), name: 'sub/a.jpg', root: 1, folder: 'sub', age: 100, left: 599_900 },
      ],
    });
    expect(activity.entries('directory').entries).toMatchObject([{ name: ROOT, root: 1, folder: '' }]);
    // To look is not to use.
    expect(caches.metadata.stats()).toMatchObject({ hits: 0, misses: 0 });
  });

  test('can be taken out one by one', () => {
    const { activity, caches } = setUp();
    caches.directory.set('k', Listing.empty());
    expect(activity.drop('directory', 'k')).toBe(true);
    expect(activity.drop('directory', 'k')).toBe(false);
    expect(caches.directory.stats().size).toBe(0);
  });
});

const warn = (message: string): LogLine => ({
  ...{ time: '2026-01-02 03:04:05', module: 'thumbnails', level: 'WARNING' },
  message,
});

describe('diagnostics', () => {
  const secrets = [
    warn(
      `worker 1 (pid 12): ${ROOT}/a "b" failed after 1.00 s, c.jpg failed after 2.50 s (damaged: Not whole.)`,
    ),
    warn(`Not watched: ${ROOT}: Error: EACCES`),
    warn('Root 1, folder "Very private" was refused'),
    warn('Could not read /media/Elsewhere/with spaces/x'),
    warn('C:\\Users\\ann\\Pictures went away'),
    warn('Entry x/Relative one/y.jpg is odd'),
    warn('holiday-portrait.jpeg is odd'),
    { ...warn('/home/ann/told by info'), level: 'INFO' as const },
    warn('The disk is full'),
  ];

  test('hold no path and no name', async () => {
    const { activity } = setUp(secrets);
    const text = await activity.diagnostics(false);
    for (const secret of [
      'holiday',
      'private',
      'Elsewhere',
      'spaces',
      'Relative',
      'ann',
      '.jp',
      'plain',
      'EACCES',
    ]) {
      expect(text).not.toContain(secret);
    }
    expect(text).toContain('worker 1 (pid 12): <folder 1> failed after 2.50 s (damaged');
    expect(text).toContain('Not watched: <folder 1>');
    expect(text).toContain('The disk is full');
    expect(text).toContain('<folder 1>: ready, 3 files');
    expect(text).toContain('2 completed (1 recognised), 1 failed');
    activity.stop();
  });

  test('hold them when they are asked for', async () => {
    const { activity } = setUp(secrets);
    const text = await activity.diagnostics(true);
    expect(text).toContain(`${ROOT}: ready`);
    expect(text).toContain('plain.jpg: damaged: Reason of plain.jpg.');
    expect(text).toContain('C:\\Users\\ann\\Pictures went away');
    activity.stop();
  });
});

test('diagnostics say what keeps thumbnails from being made', async () => {
  const notice = 'Thumbnails cannot be saved: the disk is full (/home/ann/Secret holiday/t).';
  const { activity } = setUp([], notice);
  const text = await activity.diagnostics(false);
  expect(text).toContain('notice: Thumbnails cannot be saved: the disk is full <');
  expect(text).not.toContain('holiday');
  expect(await activity.diagnostics(true)).toContain(`notice: ${notice}`);
  expect(await setUp().activity.diagnostics(true)).not.toContain('notice:');
  activity.stop();
});

test('diagnostics say when the log is not written', async () => {
  const off = setUp([], null, { isKept: false });
  expect(await off.activity.diagnostics(true)).toContain('(switched off: these are from before):');
  const problem = 'The log cannot be written: the disk is full (/home/ann/logs).';
  const full = setUp([], null, { problem });
  expect(await full.activity.diagnostics(false)).toContain('The log cannot be written: the disk is full');
  for (const { activity } of [off, full]) activity.stop();
});

test('workers are restarted by name', () => {
  const { activity, restarted } = setUp();
  activity.restartWorkers('worker 2');
  activity.restartWorkers(null);
  expect(restarted).toEqual(['worker 2', null]);
});
