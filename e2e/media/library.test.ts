// What the manifest says is what lies on disk, and the app's own tables agree with it.

import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { diskPath } from '../../electron/node/raw-paths.js';
import { formatOf } from '../../electron/shared/media.js';
import { nameOf } from '../../electron/shared/paths.js';
import { copyLibrary } from './copy.js';
import { EVENTS } from './events.js';
import { makeLibrary } from './library.js';
import { VIDEOS } from './library-videos.js';
import { filesBelow, type Manifest } from './manifest.js';
import { makeManyFiles } from './many.js';
import { planPhotos } from './plan.js';
import { makeSmallLibrary } from './small.js';

const dir = mkdtempSync(join(tmpdir(), 'home-gallery-test-'));
/** Milliseconds; drawing takes long on a machine that does other things, too. */
const LIMIT = 60_000;

afterAll(() => rmSync(dir, { recursive: true, force: true }));

function expectOnDisk({ dir: root, files, counts }: Manifest): void {
  expect(filesBelow(root)).toEqual(files.map(({ path }) => path));
  expect(counts.files).toBe(files.length);
  expect(counts.photos + counts.videos).toBe(counts.shown);
  expect(counts.shown + counts.skipped).toBe(counts.files);
  for (const { path, kind, shown, modified, bytes, format } of files) {
    if (shown) expect(formatOf(nameOf(path))?.kind, path).toBe(kind);
    if (format === 'link') continue;
    const stat = statSync(diskPath(`${root}/${path}`));
    expect(stat.size, path).toBe(bytes);
    expect(stat.mtimeMs, path).toBe(modified);
  }
}

describe('makeSmallLibrary', () => {
  it(
    'makes what its manifest says, and a copy is the same',
    async () => {
      const manifest = await makeSmallLibrary(join(dir, 'small'));
      expectOnDisk(manifest);
      const { files, counts } = manifest;
      expect(counts.photos).toBeGreaterThanOrEqual(24);
      expect(counts.videos).toBeGreaterThanOrEqual(3);
      expect(counts.unusable).toBeGreaterThanOrEqual(2);
      const turned = new Set(files.map(({ orientation }) => orientation));
      for (const orientation of [3, 6, 8] as const) expect(turned).toContain(orientation);
      const names = files.filter(({ shown }) => shown).map(({ path }) => nameOf(path));
      expect(new Set(names).size).toBe(names.length);
      copyLibrary(manifest.dir, join(dir, 'copy'));
      expectOnDisk({ ...manifest, dir: join(dir, 'copy') });
    },
    LIMIT,
  );
});

describe('makeLibrary', () => {
  it(
    'makes what its manifest says',
    async () => {
      const manifest = await makeLibrary(join(dir, 'large'), { photos: 40, videos: false, scale: 0.06 });
      expectOnDisk(manifest);
      expect(manifest.notes.join()).toContain('No videos');
      for (const { path, shown, damaged, width, height, kind, format } of manifest.files) {
        if (!shown || damaged || kind === 'video' || ['svg', 'bmp', 'heic'].includes(format)) continue;
        const { autoOrient } = await sharp(readFileSync(diskPath(`${manifest.dir}/${path}`))).metadata();
        expect([autoOrient.width, autoOrient.height], path).toEqual([width, height]);
      }
    },
    LIMIT,
  );

  it('plans enough photos, videos, orientations and years, each path once', () => {
    const photos = planPhotos(EVENTS, 330, true, 1).flatMap(({ photos: shots }) => shots);
    expect(photos).toHaveLength(330);
    expect(new Set(photos.map(({ path }) => path.toLowerCase())).size).toBe(330);
    expect(new Set(photos.map(({ options }) => options.format)).size).toBe(9);
    expect(new Set(photos.map(({ options }) => options.orientation)).size).toBe(8);
    expect(new Set(photos.map(({ options }) => options.taken?.slice(0, 4))).size).toBeGreaterThan(5);
    const extensions = new Set(VIDEOS.map(({ path }) => path.split('.').pop()?.toLowerCase()));
    for (const wanted of ['mp4', 'mov', 'mkv', 'webm', 'avi', 'flv', 'm4v', '3gp', 'mpg', 'ts', 'wmv']) {
      expect(extensions).toContain(wanted);
    }
  });
});

describe('makeManyFiles', () => {
  it('spreads distinct valid photos over folders', async () => {
    const { folderPaths } = await makeManyFiles(join(dir, 'many'), { files: 103, folders: 25 });
    const paths = filesBelow(join(dir, 'many'));
    expect(paths).toHaveLength(103);
    expect(folderPaths).toHaveLength(25);
    const contents = paths.map((path) => readFileSync(join(dir, 'many', path)));
    expect(new Set(contents.map((bytes) => bytes.toString('latin1'))).size).toBe(103);
    expect((await sharp(contents[102]).metadata()).format).toBe('jpeg');
  });
});
