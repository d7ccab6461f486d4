import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeListing } from '../../shared/listing-table.js';
import type { MediaFacts } from '../metadata/media-facts.js';
import { IndexDatabase } from './index-database.js';
import { record, ROOT, snapshotOf } from './index-samples.js';
import { Database } from './sqlite.js';
import type { Snapshot } from './snapshot-format.js';

let folder: string;
let file: string;
let reports: string[];
const open = () =>
  new IndexDatabase(file, { now: () => 5, log: () => undefined, report: (message) => reports.push(message) });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'index-'));
  file = join(folder, 'index.db');
  reports = [];
});
afterEach(() => rm(folder, { recursive: true }));

describe('snapshots', () => {
  it.each([0, 1, 1000, 15_000])('come back as they were: %i files', async (count) => {
    const index = open();
    const snapshot = snapshotOf(count);
    expect(await index.saveSnapshot(ROOT, snapshot)).toBe(true);
    await index.close();
    const again = open();
    expect(again.loadSnapshot(ROOT)).toEqual(snapshot);
    expect(again.loadSnapshot('/other')).toBeNull();
    await again.close();
    expect(reports).toEqual([]);
  });

  it('come back when all names are plain', async () => {
    const index = open();
    const plain: Snapshot = {
      ...snapshotOf(10),
      listing: encodeListing([{ id: 1, folder: 'a', name: 'ÿ.jpg', kind: 'photo', size: 1, modified: 2 }]),
    };
    await index.saveSnapshot(ROOT, plain);
    expect(index.loadSnapshot(ROOT)).toEqual(plain);
    await index.close();
  });

  it('replace one another and leave nothing behind', async () => {
    const index = open();
    await Promise.all([1, 2, 3].map((version) => index.saveSnapshot(ROOT, snapshotOf(20_000, version))));
    expect(index.loadSnapshot(ROOT)?.listing.version).toBe(3);
    await index.close();
    const database = new Database(file);
    expect(database.prepare('SELECT DISTINCT generation FROM snapshot_pieces').all()).toHaveLength(1);
    database.close();
  });

  it('stay when a writing is cut off', async () => {
    const index = open();
    await index.saveSnapshot(ROOT, snapshotOf(10, 1));
    await index.close();
    const database = new Database(file);
    database.exec(
      'INSERT INTO snapshot_pieces (root, generation, piece, crc, data) VALUES (1, 2, 0, 0, zeroblob(100))',
    );
    database.close();
    const again = open();
    expect(again.loadSnapshot(ROOT)?.listing.version).toBe(1);
    await again.saveSnapshot(ROOT, snapshotOf(10, 2));
    expect(again.loadSnapshot(ROOT)?.listing.version).toBe(2);
    await again.close();
  });

  it.each([
    ['a piece changed', 'UPDATE snapshot_pieces SET data = zeroblob(length(data))'],
    ['a piece lost', 'DELETE FROM snapshot_pieces WHERE piece = 0'],
    ['a header changed', `UPDATE snapshots SET header = replace(header, '"version":3', '"version":4')`],
  ])('are absent and reported when damaged: %s', async (_what, sql) => {
    const index = open();
    await index.saveSnapshot(ROOT, snapshotOf(100));
    await index.close();
    const database = new Database(file);
    database.exec(sql);
    database.close();
    const again = open();
    expect(again.loadSnapshot(ROOT)).toBeNull();
    expect(reports).toHaveLength(1);
    await again.close();
  });

  it('are absent in another format, without a word', async () => {
    const index = open();
    await index.saveSnapshot(ROOT, snapshotOf(1));
    await index.close();
    const database = new Database(file);
    database.exec('UPDATE snapshots SET format = 999');
    database.close();
    const again = open();
    expect(again.loadSnapshot(ROOT)).toBeNull();
    expect(reports).toEqual([]);
    await again.close();
  });

  it('can be removed, and the root with all it has', async () => {
    const index = open();
    await index.saveSnapshot(ROOT, snapshotOf(5));
    await index.putMetadata(ROOT, [record('a')]);
    await index.removeSnapshot(ROOT);
    expect(index.loadSnapshot(ROOT)).toBeNull();
    expect(index.counts()).toMatchObject({ roots: 1, files: 1 });
    await index.removeRoot(ROOT);
    await index.removeRoot('/never there');
    expect(index.counts()).toMatchObject({ roots: 0, files: 0, snapshots: 0 });
    await index.close();
  });
});

describe('metadata', () => {
  const full: MediaFacts = {
    ...{ width: 4000, height: 3000, orientation: 6, taken: -4.5e12, takenSource: 'exif', takenOffset: -570 },
    ...{
      make: 'Apple',
      model: 'iPhone',
      lens: 'back',
      exposure: 1 / 250,
      aperture: 1.8,
      iso: 100,
      focalLength: 4.25,
    },
    ...{ latitude: -33.8, longitude: 151.2, altitude: -3.5, rating: -1, duration: 2.5, rotation: 90 },
    ...{
      videoCodec: 'avc',
      audioCodec: 'aac',
      contentId: 'ABC',
      motionOffset: 2 ** 40,
      motionLength: 77,
      error: 'So it is.',
    },
  };

  it('comes back by path, whatever the name', async () => {
    const index = open();
    const records = [
      record('caf\udce9.jpg', full),
      record('caf\udce8.jpg'),
      record('caf\ufffd.jpg', { width: 1 }),
      record('Été 🎉.jpg'),
    ];
    expect(await index.putMetadata(ROOT, records)).toBe(true);
    const found = await index.findMetadata(ROOT, [...records.map(({ path }) => path), 'missing']);
    expect([...found.values()]).toEqual(records);
    expect(await index.findMetadata('/other', ['Été 🎉.jpg'])).toEqual(new Map());
    await index.close();
  });

  it('goes to the new paths of files, of the version that was renamed', async () => {
    const index = open();
    await index.putMetadata(ROOT, [record('a', full), record('b', { width: 1 }), record('c', {}, 11)]);
    await index.putMetadata('/other', [record('a', { width: 2 })]);
    const to = (from: string, path: string) => ({ from, to: path, size: 10, modified: 1.5 });
    // One may have the path of another that has gone before it.
    expect(await index.moveMetadata(ROOT, [to('a', 'caf\udce9/a'), to('b', 'a'), to('c', 'd')])).toBe(true);
    const paths = ['a', 'b', 'c', 'd', 'caf\udce9/a'];
    expect([...(await index.findMetadata(ROOT, paths)).values()]).toEqual([
      record('a', { width: 1 }),
      record('c', {}, 11),
      record('caf\udce9/a', full),
    ]);
    expect((await index.findMetadata('/other', ['a'])).size).toBe(1);
    await index.close();
  });

  it('is replaced by what is newer, and takes no number that is none', async () => {
    const index = open();
    await index.putMetadata(ROOT, [record('a', full)]);
    await index.putMetadata(ROOT, [record('a', { width: 5, iso: NaN, exposure: Infinity }, 11)]);
    expect((await index.findMetadata(ROOT, ['a'])).get('a')).toEqual(record('a', { width: 5 }, 11));
    await index.close();
  });

  it('comes back as columns, over many batches', async () => {
    const index = open();
    const paths = Array.from(
      { length: 9001 },
      (_, i) => `f${i % 10}/${i}${i % 100 === 0 ? '\udce9' : ''}.jpg`,
    );
    await index.putMetadata(
      ROOT,
      paths.map((path, i) => record(path, i % 2 === 0 ? { width: i, make: 'M' } : {}, i)),
    );
    await index.putMetadata('/other', [record('x')]);
    const columns = await index.metadataOf(ROOT, ['width', 'make', 'error']);
    expect([...columns.paths].sort()).toEqual([...paths].sort());
    const at = columns.paths.indexOf('f0/4000\udce9.jpg');
    expect([columns.size[at], columns.mtime[at], columns.numbers.width[at], columns.texts.make[at]]).toEqual([
      4000,
      1.5,
      4000,
      'M',
    ]);
    const odd = columns.paths.indexOf('f1/4001.jpg');
    expect([columns.numbers.width[odd], columns.texts.make[odd], columns.texts.error[odd]]).toEqual([
      NaN,
      null,
      null,
    ]);
    expect(columns.size).toHaveLength(9001);
    expect(Object.keys(columns.numbers)).toEqual(['width']);
    await index.close();
  });

  it('forgets vanished files', async () => {
    const index = open();
    await index.putMetadata(
      ROOT,
      Array.from({ length: 9001 }, (_, i) => record(`${i}.jpg`, i < 5 ? { error: 'no' } : {})),
    );
    expect(index.counts()).toMatchObject({ files: 9001, errors: 5 });
    await index.pruneMetadata(ROOT, (path) => path.startsWith('1'));
    expect((await index.metadataOf(ROOT, [])).paths.every((path) => path.startsWith('1'))).toBe(true);
    expect(index.counts().files).toBe(1111);
    await index.close();
  });
});
