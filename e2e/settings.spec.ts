// A person changes the settings: another language and theme at once, a forced value that only shows where it comes from;
// and a terminal that asks without a window.

import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareElectron } from '../build/electron.mjs';
import { isSaved, OPTION_NAMES } from '../electron/shared/options.js';
import { APP } from './app.js';
import { answerDialog, expect, test, untilComplete } from './fixtures.js';
import { jpeg } from './media/index.js';
import { NO_DISPLAY, runInTerminal } from './terminal.js';

test('settings are changed at once, and say where they come from', async ({ launch, scratch, folder }) => {
  const options = { userDataDir: join(scratch, 'user'), env: { HOME_GALLERY_LANGUAGE: undefined } };
  const args = ['--cache-ttl=77', '--lang=en-US'];
  const { page, app, close } = await launch({ ...options, mediaDirs: [folder], args });
  await untilComplete(page);
  await page.keyboard.press('ControlOrMeta+,');
  const dialog = page.getByTestId('settings');
  await expect(dialog).toBeVisible();
  // What can be configured is in the dialog, all of it.
  for (const name of OPTION_NAMES.filter((one) => one !== 'mediaDirs'))
    await expect(page.getByTestId(`option-${name}`)).toHaveCount(
      isSaved(name) || name === 'userDataDir' ? 1 : 0,
    );
  // Folders that were given at the start, too, and where the app keeps its things: with their origin, not to be changed.
  const given = page.getByTestId('settings-folder');
  await expect(given).toHaveCount(1);
  await expect(given).toContainText('Set by --media-dir for this run');
  await expect(given.getByRole('button')).toBeDisabled();
  const own = page.getByTestId('option-userDataDir');
  await expect(own).toContainText(options.userDataDir);
  await expect(own).toContainText('Set by --user-data-dir for this run');
  await expect(own.getByRole('button')).toHaveCount(0);
  // Forced by a flag: shown, told, not editable.
  const ttl = page.getByTestId('option-cacheTtl');
  await expect(ttl).toContainText('Set by --cache-ttl for this run');
  await expect(ttl.getByRole('textbox')).toHaveValue('77');
  await expect(ttl.getByRole('textbox')).toBeDisabled();
  // A restart is needed, and the dialog says so.
  const threads = page.getByTestId('option-workerThreads');
  await threads.getByRole('textbox').fill('3');
  await threads.getByRole('textbox').press('Enter');
  await expect(threads).toContainText('Chosen here, after a restart');
  // A program is chosen in the system's dialog, and given up again.
  const program = page.getByTestId('option-ffmpeg');
  await expect(program).toContainText('Found by itself');
  await answerDialog(app, [join(scratch, 'my-ffmpeg')]);
  await program.getByRole('button', { name: 'Choose…' }).click();
  await expect(program).toContainText(join(scratch, 'my-ffmpeg'));
  await expect(program).toContainText('Chosen here, after a restart');
  await program.getByRole('button', { name: 'Back to the default' }).click();
  await expect(program).toContainText('Found by itself');
  // At once, in the whole window.
  await page.getByTestId('option-theme').getByRole('combobox').click();
  await page.getByRole('option', { name: 'Light' }).click();
  await expect.poll(() => app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('light');
  await page.screenshot({ path: 'test-results/screens/settings-light.png' });
  await page.getByTestId('option-language').getByRole('combobox').click();
  await page.getByRole('option', { name: 'Deutsch' }).click();
  await expect(dialog).toContainText('Einstellungen');
  await expect(page.getByTestId('status')).toContainText('Vorschaubilder');
  // One is still where the language was chosen.
  await expect(page.getByTestId('option-language').getByRole('combobox')).toBeFocused();
  await page.screenshot({ path: 'test-results/screens/settings-de.png' });
  // The grid in pages: by button and by key.
  const perPage = page.getByTestId('option-itemsPerPage').getByRole('textbox');
  await perPage.fill('10');
  await perPage.press('Enter');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByTestId('grid')).toHaveAttribute('data-count', '10');
  const pages = page.getByTestId('pages');
  await expect(pages).toContainText('Seite 1 von 4');
  await pages.getByRole('button', { name: 'Nächste Seite' }).click();
  await expect(pages).toContainText('Seite 2 von 4');
  await page.keyboard.press('ControlOrMeta+PageDown');
  await page.keyboard.press('ControlOrMeta+PageDown');
  await expect(pages).toContainText('Seite 4 von 4');
  await expect(page.getByTestId('grid')).toHaveAttribute('data-count', '2');
  await page.screenshot({ path: 'test-results/screens/pages-de.png' });
  // As an earlier version kept it.
  await page.evaluate(() =>
    localStorage.setItem('home-gallery.viewer', '{"interval":20,"order":"shuffle","volume":0.5}'),
  );
  await close();

  const again = await launch(options);
  await expect(again.page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(again.page.getByTestId('pages')).toContainText('Seite 4 von 4');
  await again.page.keyboard.press('ControlOrMeta+,');
  await expect(again.page.getByTestId('option-workerThreads')).toContainText('Hier gewählt');
  await expect(again.page.getByTestId('option-workerThreads')).not.toContainText('nach einem Neustart');
  // Nobody names the folder any more: it is one of those that were chosen.
  const folderRow = again.page.getByTestId('settings-folder');
  await expect(folderRow).not.toContainText('--media-dir');
  await expect(folderRow.getByRole('button')).toBeEnabled();
  // Slideshows go as they did, and viewer and settings change the same.
  const seconds = again.page.getByTestId('option-slideshowSeconds');
  await expect(seconds.getByRole('textbox')).toHaveValue('20');
  await expect(seconds).toContainText('Hier gewählt');
  await expect(again.page.getByTestId('option-slideshowOrder').getByRole('combobox')).toHaveText('Gemischt');
  await seconds.getByRole('textbox').fill('7');
  await seconds.getByRole('textbox').press('Enter');
  await again.page.keyboard.press('Escape');
  await again.page.getByTestId('tile').first().click();
  const choices = again.page.getByTestId('viewer-show-options');
  await choices.click();
  await expect(again.page.getByRole('menuitemradio', { name: '7 s' })).toBeChecked();
  await again.page.getByRole('menuitemradio', { name: '1 min' }).click();
  await expect(again.page.getByRole('menu')).toHaveCount(0);
  await again.page.keyboard.press('Escape');
  await expect(again.page.getByTestId('viewer')).toHaveCount(0);
  await again.page.keyboard.press('ControlOrMeta+,');
  await expect(seconds.getByRole('textbox')).toHaveValue('60');
});

test('a terminal gets its answers without a window', async ({ scratch, folder, manifest }) => {
  const config = join(scratch, 'config');
  const { binary } = await prepareElectron();
  const before = [APP];
  const terminal = (...args: readonly string[]) =>
    runInTerminal(binary, args, { before, env: { XDG_CONFIG_HOME: config } });
  const user = join(scratch, 'nobody');
  const help = await terminal('--help');
  expect([help.code, help.out.startsWith('Usage: home-gallery')]).toEqual([0, true]);
  expect((await terminal('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  // On Linux a box would say so, and wait, where there is a display and neither a terminal nor a pipe of a shell.
  const wrong = await runInTerminal(binary, ['--cache-ttl=soon'], {
    before,
    env: { XDG_CONFIG_HOME: config, ...NO_DISPLAY },
  });
  expect(wrong.code).toBe(2);
  expect(wrong.err).toContain('--cache-ttl got "soon"; it takes a whole number from 1 to 31536000.\n');
  // What only prints touches no folder.
  expect(existsSync(config)).toBe(false);

  const scan = await terminal('scan', folder, '--json', `--user-data-dir=${user}`);
  expect(scan.code).toBe(0);
  expect(JSON.parse(scan.out)).toMatchObject({ files: manifest.counts.shown });
  const thumbs = await terminal('thumbs', folder, '--json', `--user-data-dir=${user}`);
  const made = JSON.parse(thumbs.out) as Record<'files' | 'thumbnails' | 'failed', number> & {
    failures: { path: string; code: string; message: string }[];
  };
  expect(made.thumbnails + made.failed).toBe(manifest.counts.shown);
  expect(made.thumbnails).toBeGreaterThan(made.failed);
  // Which files have none is told in both places.
  expect(made.failed).toBeGreaterThan(0);
  expect(made.failures).toHaveLength(made.failed);
  for (const { path, code, message } of made.failures) {
    expect(code).toMatch(/^[a-z-]+$/);
    expect(thumbs.err).toContain(`${path}: ${message}\n`);
  }
  const stats = await terminal('stats', '--json', `--user-data-dir=${user}`);
  expect(JSON.parse(stats.out)).toMatchObject({ folders: 0, filesInIndex: manifest.counts.shown });
  const diagnosed = await terminal('diagnose', '--json', `--user-data-dir=${user}`);
  expect(JSON.parse(diagnosed.out)).toMatchObject({
    libraryProcess: 'starts',
    workerProcess: 'works',
    thumbnailFolder: 'can be written',
    log: 'can be written',
    workers: 2,
    cacheSeconds: 300,
  });
  // For people: lines, problems on the standard error; no bar where nobody looks, no screen needed.
  const lines = await runInTerminal(binary, ['thumbs', folder, `--user-data-dir=${user}`], {
    before,
    env: NO_DISPLAY,
  });
  expect(lines.code).toBe(0);
  expect(lines.out).toContain(`thumbnails: ${made.thumbnails}\nfailed: ${made.failed}\n`);
  expect(lines.out + lines.err).not.toContain('\r');
  expect((await terminal('scan', join(scratch, 'gone'), `--user-data-dir=${user}`)).code).toBe(1);

  // Ended from outside it says so, and leaves no trace of a file that would seem to have ended it.
  if (process.platform !== 'win32') {
    const other = join(scratch, 'interrupted');
    const journal = join(other, 'thumbnails-running');
    const ended = await runInTerminal(binary, ['thumbs', folder, `--user-data-dir=${other}`], {
      before,
      env: NO_DISPLAY,
      until: () => existsSync(journal),
    });
    expect([ended.code, ended.out]).toEqual([130, '']);
    expect(readFileSync(journal, 'utf8').trim()).toBe('');
  }
});

test('a terminal is told what could not be done, and why', async ({ launch, scratch, folder }) => {
  const { binary } = await prepareElectron();
  const few = join(scratch, 'few');
  mkdirSync(few);
  for (const seed of [1, 2])
    writeFileSync(join(few, `${seed}.jpg`), await jpeg({ width: 90, height: 60, seed }));
  copyFileSync(join(folder, 'films/clip with sound.mp4'), join(few, 'film.mp4'));
  const terminal = (user: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
    runInTerminal(binary, [...args, `--user-data-dir=${join(scratch, user)}`], { before: [APP], env });

  const none = await terminal('none', ['thumbs', few, '--no-worker']);
  expect(none.code).toBe(1);
  expect(none.err).toContain('Thumbnail workers are switched off: none was made.\n');

  // Without ffmpeg only videos go without a picture. The one that npm installs may be there.
  const bare = await terminal('bare', ['thumbs', few, '--json'], { PATH: scratch });
  const { thumbnails, failed } = JSON.parse(bare.out) as { thumbnails: number; failed: number };
  expect([bare.code, thumbnails + failed, thumbnails >= 2]).toEqual([0, 3, true]);
  expect(bare.err.includes('ffmpeg was not found')).toBe(failed === 1);

  // What is diagnosed is tried.
  const file = join(few, '1.jpg');
  const blocked = [`--thumbnail-dir=${join(file, 'thumbnails')}`, `--log-dir=${join(file, 'logs')}`];
  const diagnosed = await terminal('blocked', ['diagnose', '--json', ...blocked]);
  expect(diagnosed.code).toBe(1);
  expect(JSON.parse(diagnosed.out)).toMatchObject({
    ...{ workerProcess: 'works', thumbnailFolder: 'cannot be written', log: 'cannot be written' },
  });
  expect(diagnosed.err).toContain('Thumbnails cannot be saved: it is no folder');
  expect(diagnosed.err).toContain('The log cannot be written: it is no folder');

  // Settings that cannot be used are told where there is no window either.
  mkdirSync(join(scratch, 'damaged'));
  writeFileSync(join(scratch, 'damaged', 'settings.json'), '{');
  const told = await terminal('damaged', ['stats', '--json']);
  expect(told.code).toBe(0);
  expect(told.err).toContain('settings.damaged.json');

  // A folder that is named by a link is the one that a window knows by that name.
  if (process.platform === 'win32') return;
  const link = join(scratch, 'link');
  symlinkSync(few, link);
  await terminal('linked', ['scan', link]);
  const userDataDir = join(scratch, 'linked');
  const { page } = await launch({ mediaDirs: [link], userDataDir });
  await untilComplete(page);
  expect(readFileSync(join(userDataDir, 'logs', 'home-gallery.log'), 'utf8')).toContain(
    'Restored root 1: 3 files',
  );
});
