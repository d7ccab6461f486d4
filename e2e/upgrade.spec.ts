// What an earlier version has kept opens without loss; what a later version has kept is refused with words, and stays as it is.

import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { prepareElectron } from '../build/electron.mjs';
import { APP } from './app.js';
import { expect, problems, reveal, test, untilComplete } from './fixtures.js';
import { NO_DISPLAY, runInTerminal } from './terminal.js';

/** The schema of the first version that kept marks, as it was then. Never to be brought up to date. */
const FIRST_USER_SCHEMA = `
  CREATE TABLE items (
    id INTEGER PRIMARY KEY,
    root NOT NULL,
    path NOT NULL,
    fingerprint TEXT,
    favourite INTEGER NOT NULL DEFAULT 0 CHECK (favourite IN (0, 1)),
    rating INTEGER CHECK (rating BETWEEN 0 AND 5),
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    UNIQUE (root, path)
  );
  CREATE INDEX items_fingerprint ON items (fingerprint) WHERE fingerprint IS NOT NULL;
  CREATE TABLE tags (
    item INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    tag TEXT NOT NULL,
    created INTEGER NOT NULL,
    PRIMARY KEY (item, tag)
  ) WITHOUT ROWID;
  CREATE INDEX tags_tag ON tags (tag);
  PRAGMA user_version = 1;
`;
const THEN = 1_700_000_000_000;

test('what an earlier version kept is there after an upgrade', async ({
  launch,
  scratch,
  folder,
  manifest,
}) => {
  const user = join(scratch, 'user');
  mkdirSync(user);
  const photos = manifest.files.filter(
    ({ path, shown, damaged }) => shown && !damaged && /\.jpg$/.test(path),
  );
  const [liked, rated] = photos.map(({ path }) => path) as [string, string];
  const settings = {
    ...{ version: 1, nextRootId: 5, roots: [{ id: 4, path: folder }] },
    ...{ thumbnailsPaused: true, options: { theme: 'dark', itemsPerPage: 0, cacheTtl: 123 } },
  };
  writeFileSync(join(user, 'settings.json'), JSON.stringify(settings));
  const old = new DatabaseSync(join(user, 'user.db'));
  old.exec(FIRST_USER_SCHEMA);
  const enter = old.prepare('INSERT INTO items VALUES (?, ?, ?, NULL, ?, ?, ?, ?)');
  enter.run(1, folder, liked, 1, null, THEN, THEN);
  enter.run(2, folder, rated, 0, 4, THEN, THEN);
  enter.run(3, '/drive/away', 'not here.jpg', 1, 5, THEN, THEN);
  const tag = old.prepare('INSERT INTO tags VALUES (?, ?, ?)');
  for (const item of [2, 3]) tag.run(item, 'sea', THEN);
  old.close();

  const { page, app, close } = await launch();
  await expect(page.getByTestId('status')).toHaveAttribute('data-scanning', 'false');
  expect(await problems(page)).toEqual(expect.not.arrayContaining([expect.stringContaining('user.db')]));
  const nameOf = (path: string) => path.split('/').pop()!;
  await expect(await reveal(page, nameOf(liked))).toHaveAttribute('data-favourite', 'true');
  await expect(await reveal(page, nameOf(rated))).toHaveAttribute('data-rating', '4');
  await (await reveal(page, nameOf(rated))).click();
  await page.keyboard.press('i');
  await expect(page.getByTestId('viewer-marks')).toHaveAttribute('data-tags', 'sea');
  await page.keyboard.press('Escape');
  expect(await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  await page.keyboard.press('ControlOrMeta+,');
  await expect(page.getByTestId('option-cacheTtl').getByRole('textbox')).toHaveValue('123');
  await close();

  const now = new DatabaseSync(join(user, 'user.db'), { readOnly: true });
  const rows = now.prepare(
    'SELECT root, path, favourite, rating, created, (SELECT group_concat(tag) FROM tags WHERE item = id) AS tags FROM items ORDER BY id',
  );
  expect(rows.all()).toEqual([
    { root: folder, path: liked, favourite: 1, rating: null, created: THEN, tags: null },
    { root: folder, path: rated, favourite: 0, rating: 4, created: THEN, tags: 'sea' },
    { root: '/drive/away', path: 'not here.jpg', favourite: 1, rating: 5, created: THEN, tags: 'sea' },
  ]);
  now.close();
  // And a copy of what there was, should anything have gone wrong.
  const before = new DatabaseSync(join(user, 'user.backup-v1.db'), { readOnly: true });
  expect(before.prepare('SELECT count(*) AS n FROM items').get()).toEqual({ n: 3 });
  before.close();
  const saved = JSON.parse(readFileSync(join(user, 'settings.json'), 'utf8')) as Record<string, unknown>;
  expect(saved).toMatchObject({ thumbnailsPaused: true, options: settings.options });
});

/** Name and content of each file of a folder, but for what Chromium itself writes. */
function stateOf(folder: string): Record<string, string> {
  const ours = readdirSync(folder).filter((name) => /\.(json|db)(-\w+)?$/.test(name));
  const hash = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
  return Object.fromEntries(ours.map((name) => [name, hash(name)]));
}

/** In the place of a person who reads a native dialog and closes it. */
const READER = `
  const { dialog } = require('electron');
  dialog.showMessageBox = async (options) => {
    require('node:fs').writeFileSync(process.env.HOME_GALLERY_TEST_DIALOG, JSON.stringify(options));
    return { response: 0 };
  };
`;

test('what a later version kept is refused with words, and stays as it is', async ({
  launch,
  scratch,
  folder,
}) => {
  const user = join(scratch, 'user');
  const first = await launch({ mediaDirs: [folder] });
  await untilComplete(first.page);
  const one = first.page.getByTestId('tile').first();
  const name = (await one.getAttribute('data-name'))!;
  await one.focus();
  await first.page.keyboard.press('f');
  await expect(one).toHaveAttribute('data-favourite', 'true');
  await first.close();

  const reader = join(scratch, 'reader.cjs');
  const shown = join(scratch, 'dialog.json');
  writeFileSync(reader, READER);
  const { binary } = await prepareElectron();
  const env = { HOME_GALLERY_TEST_DIALOG: shown, HOME_GALLERY_LANGUAGE: undefined };
  const start = (...args: string[]) =>
    runInTerminal(binary, [`--user-data-dir=${user}`, ...args], { before: ['-r', reader, APP], env });

  const settings = join(user, 'settings.json');
  const text = readFileSync(settings, 'utf8');
  writeFileSync(settings, text.replace('"version": 1', '"version": 2'));
  const newerSettings = stateOf(user);
  const refused = await start('--language=de');
  expect([refused.code, refused.err]).toEqual([
    3,
    expect.stringContaining(`${settings} stammt von einer neueren`),
  ]);
  expect(JSON.parse(readFileSync(shown, 'utf8'))).toMatchObject({
    message: 'Diese Galerie wurde mit einer neueren Version von Home Gallery benutzt',
    detail: expect.stringContaining('Es wurde nichts verändert.'),
    buttons: ['Beenden'],
  });
  expect(stateOf(user)).toEqual(newerSettings);
  writeFileSync(settings, text);

  const setVersion = (name: string, version: number) => {
    const database = new DatabaseSync(join(user, name));
    database.exec(`PRAGMA user_version = ${version}; PRAGMA wal_checkpoint(TRUNCATE)`);
    database.close();
  };
  /** As a killed app leaves it: what it did last stands in the log, not in the database. */
  const leaveInLog = (name: string, version: number) => {
    const files = ['', '-wal'].map(
      (ending) => [join(user, name + ending), join(scratch, name + ending)] as const,
    );
    const database = new DatabaseSync(join(user, name));
    database.exec(`PRAGMA wal_autocheckpoint = 0; PRAGMA user_version = ${version}`);
    for (const [file, kept] of files) copyFileSync(file, kept);
    database.close();
    for (const [file, kept] of files) copyFileSync(kept, file);
  };
  leaveInLog('user.db', 99);
  const newerMarks = stateOf(user);
  expect(Object.keys(newerMarks)).toContain('user.db-wal');
  const again = await start('--language=en');
  expect([again.code, again.err]).toEqual([3, expect.stringContaining('Nothing was changed.')]);
  expect(readFileSync(shown, 'utf8')).toContain('user.db was written by a newer version');
  // A script gets the same answer, on its own channel.
  const { code, out, err } = await runInTerminal(
    binary,
    ['stats', `--user-data-dir=${user}`, '--language=en'],
    {
      before: [APP],
      env: NO_DISPLAY,
    },
  );
  expect([code, out, err]).toEqual([
    3,
    '',
    expect.stringContaining('user.db was written by a newer version'),
  ]);
  expect(stateOf(user)).toEqual(newerMarks);

  // What can be read from the disks again stops nothing: it is told, left alone, and done without.
  setVersion('user.db', 2);
  setVersion('index.db', 99);
  const index = stateOf(user)['index.db'];
  const last = await launch();
  await untilComplete(last.page);
  await expect(last.page.getByTestId('notice')).toContainText('newer version of Home Gallery');
  await expect(await reveal(last.page, name)).toHaveAttribute('data-favourite', 'true');
  await last.close();
  expect(stateOf(user)['index.db']).toBe(index);
});
