import { mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { USER_DATA_VERSION } from '../../shared/data-versions.js';
import type { Migration } from './migrations.js';
import { backupName, backupsOf } from './user-backups.js';
import { UserDatabase, type UserOptions } from './user-database.js';
import { USER_MIGRATIONS } from './user-migrations.js';

let folder: string;
let file: string;
let reports: string[];
let now: number;
const open = (options: Partial<UserOptions> = {}) =>
  new UserDatabase(file, {
    now: () => now,
    log: () => undefined,
    report: (message) => reports.push(message),
    ...options,
  });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'user-'));
  file = join(folder, 'user.db');
  reports = [];
  now = Date.UTC(2026, 0, 1);
});
afterEach(() => rm(folder, { recursive: true }));

const key = (path: string, root = '/photos') => ({ root, path });
const version = (fingerprint: string | null, size: number | null = null) => {
  return { fingerprint, size, modified: size };
};

it('has the version that a start looks for', () => {
  expect(USER_MIGRATIONS).toHaveLength(USER_DATA_VERSION);
});

describe('marks', () => {
  it('are kept, with the time they were made and changed', () => {
    let user = open();
    user.change([key('caf\udce9.jpg')], { favourite: true });
    user.note([[key('caf\udce9.jpg'), version('f1')]]);
    const created = now;
    now += 1000;
    user.change([key('caf\udce9.jpg')], { rating: 4 });
    user.change([key('caf\udce9.jpg')], { addTags: [' Caf\u0065\u0301 '] });
    user.change([key('caf\udce9.jpg')], { addTags: ['Caf\u00e9'] });
    user.change([key('b.jpg')], { addTags: ['x'] });
    user.change([key('b.jpg')], { addTags: ['y'] });
    user.change([key('b.jpg')], { removeTags: ['x'] });
    user.change([key('a.jpg', '/other')], { favourite: true });
    user.close();
    user = open();
    const times = { created: now, updated: now };
    expect(user.marks('/photos')).toEqual([
      { ...key('b.jpg'), ...version(null), favourite: false, rating: null, tags: ['y'], ...times },
      {
        ...key('caf\udce9.jpg'),
        ...version('f1'),
        favourite: true,
        rating: 4,
        tags: ['Caf\u00e9'],
        created,
        updated: now,
      },
    ]);
    expect(user.marks().map(({ root }) => root)).toEqual(['/other', '/photos', '/photos']);
    user.change([key('caf\udce9.jpg')], { rating: null });
    expect(user.marks('/photos')[1]?.rating).toBeNull();
    user.close();
  });

  it.each([6, -1, 2.5, NaN])('refuse a rating of %d', (rating) => {
    const user = open();
    expect(() => user.change([key('a')], { rating })).toThrow(
      expect.objectContaining({ code: 'bad-argument' }),
    );
    expect(user.marks()).toEqual([]);
    user.close();
  });

  it.each(['', '  ', 'a\nb', 'x'.repeat(101), '\udce9'])('refuse the tag %j', (tag) => {
    const user = open();
    expect(() => user.change([key('a')], { addTags: [tag] })).toThrow(
      expect.objectContaining({ code: 'bad-argument' }),
    );
    user.close();
  });
});

describe('marks that move', () => {
  it('take the place of what was there, and follow their file', () => {
    const user = open();
    user.change([key('a')], { favourite: true, addTags: ['x'] });
    user.note([[key('a'), version('f', 7)]]);
    user.change([key('b', '/other')], { favourite: true });
    user.change([key('b', '/other')], { favourite: false });
    user.move([{ from: key('a'), to: key('b', '/other') }]);
    expect(user.marks()).toMatchObject([
      { ...key('b', '/other'), ...version('f', 7), favourite: true, tags: ['x'] },
    ]);
    user.close();
  });

  it('are changed together or not at all', () => {
    const user = open();
    const bad = { root: '/photos' } as ReturnType<typeof key>;
    expect(() => user.change([key('a'), bad], { favourite: true })).toThrow();
    expect(user.marks()).toEqual([]);
    user.close();
  });
});

describe('export and import', () => {
  it('takes everything elsewhere, through JSON', async () => {
    const user = open();
    const keys = Array.from({ length: 450 }, (_, i) => key(`caf\udce9 ${i}`));
    for (let i = 0; i < 3; i++) user.change(keys.slice(i * 150, (i + 1) * 150), { addTags: [`tag ${i}`] });
    user.note(keys.map((one, i) => [one, version(`${i}`, i)]));
    user.hide(key('caf\udce9'), true);
    user.hide(key('not any more'), true);
    user.hide(key('not any more'), false);
    user.change([key('caf\udce9 7')], { favourite: true });
    const json = JSON.stringify(user.exportMarks());
    const before = user.marks();
    user.close();
    file = join(folder, 'other.db');
    const other = open();
    expect(await other.importMarks(JSON.parse(json))).toBe(450);
    expect(await other.importMarks(JSON.parse(json))).toBe(450);
    expect(other.marks()).toEqual(before);
    expect(other.hidden()).toEqual([key('caf\udce9')]);
    other.close();
  });

  it('lets the newer change decide and keeps all tags', async () => {
    const user = open();
    user.change([key('a')], { rating: 1 });
    user.change([key('a')], { addTags: ['mine'] });
    user.change([key('b')], { rating: 1 });
    const mark = { fingerprint: null, favourite: true, rating: 5, tags: ['theirs'], created: 1 };
    const marks = [
      { ...key('a'), ...mark, updated: now - 1 },
      { ...key('b'), ...mark, updated: now + 1 },
    ];
    await user.importMarks({ format: 'home-gallery-marks', version: 1, marks });
    expect(user.marks()).toMatchObject([
      { path: 'a', rating: 1, favourite: false, tags: ['mine', 'theirs'], updated: now },
      { path: 'b', rating: 5, favourite: true, tags: ['theirs'], updated: now + 1 },
    ]);
    user.close();
  });

  const mark = {
    ...key('a'),
    fingerprint: null,
    favourite: true,
    rating: 5,
    tags: [],
    created: 1,
    updated: 1,
  };
  it.each([
    ['nothing', null],
    ['another file', { format: 'else' }],
    ['no list', { format: 'home-gallery-marks', version: 1 }],
    [
      'a bad entry',
      { format: 'home-gallery-marks', version: 1, marks: [mark, { ...mark, favourite: 'yes' }] },
    ],
    ['a bad rating', { format: 'home-gallery-marks', version: 1, marks: [mark, { ...mark, rating: 99 }] }],
    ['a newer format', { format: 'home-gallery-marks', version: 2, marks: [] }],
  ])('refuses %s and changes nothing', async (_what, value) => {
    const user = open();
    await expect(user.importMarks(value)).rejects.toMatchObject({ name: 'AppError' });
    expect(user.marks()).toEqual([]);
    user.close();
  });
});

describe('backups', () => {
  /** The schema of today. */
  const FIRST = USER_MIGRATIONS.length;
  const step = (n: number): Migration => ({ name: `step ${n}`, up: `CREATE TABLE extra${n} (x)` });
  const upTo = (n: number) => [...USER_MIGRATIONS, ...Array.from({ length: n }, (_, i) => step(i))];
  const names = async () => (await readdir(folder)).filter((name) => name.includes('backup')).sort();

  it('are made before each migration, and the last three kept', async () => {
    let user = open();
    user.change([key('a')], { favourite: true });
    user.close();
    expect(await names()).toEqual([]);
    for (let n = 1; n <= 5; n++) {
      user = open({ migrations: upTo(n) });
      expect(await names()).toContain(`user.backup-v${FIRST + n - 1}.db`);
      user.close();
    }
    expect((await names()).length).toBe(3);
    expect(backupsOf(file).map(({ version }) => version)).toEqual([FIRST + 5, FIRST + 4, FIRST + 3]);
    const old = new UserDatabase(backupName(file, FIRST + 3), {
      now: () => now,
      log: () => undefined,
      report: () => undefined,
      migrations: upTo(3),
    });
    expect(old.marks()).toMatchObject([{ path: 'a', favourite: true }]);
    old.close();
  });

  it('are renewed when a day old', async () => {
    open().close();
    let user = open();
    user.change([key('a')], { favourite: true });
    user.close();
    open().close();
    const backup = backupName(file, FIRST);
    const made = new Date(now - 60_000);
    await utimes(backup, made, made);
    const bytes = await readFile(backup);
    user = open();
    user.change([key('b')], { favourite: true });
    user.close();
    open().close();
    expect(await readFile(backup)).toEqual(bytes);
    now += 25 * 3600_000;
    open().close();
    expect(await readFile(backup)).not.toEqual(bytes);
    expect(reports).toEqual([]);
  });

  it('take the place of a damaged file, which is kept', async () => {
    let user = open();
    user.change([key('a')], { rating: 3 });
    user.close();
    open().close();
    await writeFile(backupName(file, 9), 'no backup at all');
    for (let round = 1; round <= 2; round++) {
      await writeFile(file, `damaged ${round} `.repeat(1000));
      user = open();
      expect(user.marks()).toMatchObject([{ path: 'a', rating: 3 }]);
      expect(reports).toHaveLength(round);
      user.close();
    }
    const kept = (await readdir(folder)).filter((name) => /damaged.*\.db$/.test(name)).sort();
    const texts = await Promise.all(kept.map((name) => readFile(join(folder, name), 'utf8')));
    expect(texts.map((text) => text.slice(0, 9)).sort()).toEqual(['damaged 1', 'damaged 2']);
  });

  it('take the place of a file that was lost', async () => {
    const user = open();
    user.change([key('a')], { rating: 3 });
    user.close();
    open().close();
    await rm(file);
    const again = open();
    expect(again.marks()).toMatchObject([{ path: 'a', rating: 3 }]);
    expect(reports).toHaveLength(1);
    again.close();
  });

  it('are not needed to start anew', async () => {
    await writeFile(file, 'damaged '.repeat(1000));
    const user = open();
    expect(user.marks()).toEqual([]);
    expect(reports).toEqual([expect.stringContaining('no backup')]);
    user.close();
  });
});

it('refuses what a newer app wrote and leaves it as it is', async () => {
  open({ migrations: [...USER_MIGRATIONS, { name: 'newer', up: 'CREATE TABLE newer (x)' }] }).close();
  const bytes = await readFile(file);
  expect(() => open()).toThrow(expect.objectContaining({ code: 'unsupported' }));
  expect(await readFile(file)).toEqual(bytes);
});
