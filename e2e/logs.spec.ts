// What the log file holds: lines of main, of the windows and of Chromium's processes, as far as they are wanted.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { answerDialog, expect, test, untilComplete } from './fixtures.js';
import { jpeg } from './media/index.js';

const LINE =
  /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d - home_gallery\.[a-z-]+ - (DEBUG|INFO|WARNING|ERROR|CRITICAL) - ./;

async function choose(page: Page, option: string): Promise<void> {
  await page.getByTestId('option-logLevel').getByRole('combobox').click();
  await page.getByRole('option', { name: option }).click();
}

const openFromMenu = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()!.items.flatMap(({ submenu }) => submenu?.items ?? []);
    const { click } = items.find(({ label }) => label.includes('Open Log File'))! as unknown as {
      readonly click: () => void;
    };
    click();
  });

test('the log file', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Pictures');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.jpg'), await jpeg({ width: 64, height: 48 }));
  const logs = join(scratch, 'elsewhere/logs');
  const user = join(scratch, 'user');
  const { app, page, close } = await launch({ mediaDirs: [folder], args: [`--log-dir=${logs}`] });
  await untilComplete(page);
  const text = () => readFileSync(join(logs, 'home-gallery.log'), 'utf8');
  const log = expect.poll(text);

  // It lies where it was wanted and nowhere else, each line as the format says.
  await log.toMatch(
    / - home_gallery\.cache - INFO - Cache initialised: listings live 300 s, metadata 600 s\r?\n/,
  );
  for (const line of text().trimEnd().split(/\r?\n/)) expect(line).toMatch(LINE);
  expect(text()).not.toContain(' - DEBUG - ');
  // Each thumbnail has its line without being asked for.
  await log.toMatch(/ - home_gallery\.thumbnails - INFO - worker \d \(pid \d+\): .*a\.jpg done in [\d.]+ s/);
  expect(readdirSync(user)).not.toContain('logs');

  // A level that is chosen holds at once, in both directions.
  await page.keyboard.press('ControlOrMeta+,');
  await choose(page, 'Everything');
  writeFileSync(join(folder, 'b.jpg'), await jpeg({ width: 64, height: 48, seed: 2 }));
  await log.toMatch(/ - home_gallery\.thumbnails - DEBUG - worker \d \(pid \d+\): .*b\.jpg begun/);
  await choose(page, 'Warnings');
  await page.keyboard.press('Escape');
  const told = text().length;

  // What goes wrong in a window, in main and in a process of Chromium's is told; the app lives on.
  await page.evaluate(
    () =>
      void setTimeout(() => {
        throw new Error('lost in the window');
      }),
  );
  await log.toMatch(/ - home_gallery\.window - ERROR - Uncaught Error: lost in the window/);
  await app.evaluate(
    () =>
      void setTimeout(() => {
        throw new Error('lost in main');
      }),
  );
  await log.toMatch(/ - home_gallery\.app - CRITICAL - .*lost in main\r?\n\s+at /);
  await app.evaluate(() => void Promise.reject(new Error('promised in main')));
  await log.toMatch(/ - home_gallery\.app - CRITICAL - .*promised in main/);
  expect(text().match(/CRITICAL/g)).toHaveLength(2);
  await app.evaluate(({ app: electron }) => {
    const network = electron.getAppMetrics().find(({ serviceName }) => serviceName?.includes('network'));
    process.kill(network!.pid, 'SIGSEGV');
  });
  await log.toMatch(/ - home_gallery\.window - ERROR - .+ ended: crashed \(code \d+\)/);
  await app.evaluate(({ app: electron }) => {
    const drawing = electron.getAppMetrics().find(({ type }) => type === 'GPU');
    process.kill(drawing!.pid, 'SIGSEGV');
  });
  await log.toMatch(/ - home_gallery\.window - ERROR - GPU ended: crashed \(code \d+\)/);
  // The menu hands it to the program of the system for such files.
  await app.evaluate(({ app: electron, shell }) => {
    shell.openPath = (path) => (electron.emit('handed-over', path), Promise.resolve(''));
  });
  const handed = app.evaluate(
    ({ app: electron }) =>
      new Promise<string>((done) => electron.once('handed-over' as 'quit', done as never)),
  );
  await openFromMenu(app);
  expect(await handed).toBe(join(logs, 'home-gallery.log'));
  await answerDialog(app, []);
  await page.keyboard.press('ControlOrMeta+Shift+M');
  await expect(page.getByTestId('activity')).toBeVisible();
  await page.keyboard.press('Escape');
  expect(text().slice(told)).not.toMatch(/ - (DEBUG|INFO) - /);

  // A window whose own process ends is told as well; it comes back with its pictures, and says why it was away.
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer(),
  );
  await log.toMatch(/ - home_gallery\.window - CRITICAL - The window's process ended: \w+ \(code -?\d+\)/);
  const inWindow = (code: string): Promise<string> =>
    app.evaluate(async ({ BrowserWindow }, asked) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!;
      if (webContents.isCrashed() || webContents.isLoading()) return '';
      return String(await webContents.executeJavaScript(asked));
    }, code);
  await expect
    .poll(() => inWindow(`document.querySelectorAll('[data-testid="tile"][data-state="ready"]').length`))
    .toBe('2');
  await expect
    .poll(() => inWindow(`document.querySelector('[data-testid="notice"]')?.textContent`))
    .toContain('The window had ended unexpectedly and was opened again.');
  await close();
  const written = text();

  // Without a file nothing more is written, and the view says why its lines are old.
  const args = [`--log-dir=${logs}`, '--no-log-file', '--log-level=debug'];
  const without = await launch({ mediaDirs: [folder], args });
  await untilComplete(without.page);
  await without.page.keyboard.press('ControlOrMeta+Shift+M');
  await without.page.getByTestId('activity-tab-log').click();
  await expect(without.page.getByTestId('activity-log-off')).toContainText('These lines are from before');
  await expect(without.page.getByTestId('activity-log-line').first()).toBeVisible();
  await without.close();
  expect(text()).toBe(written);
});

test('a log that cannot be written says so', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Pictures');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.jpg'), await jpeg({ width: 64, height: 48 }));
  writeFileSync(join(scratch, 'blocked'), '');
  const { app, page } = await launch({
    mediaDirs: [folder],
    args: [`--log-dir=${join(scratch, 'blocked')}`],
  });
  await expect(page.getByTestId('notice').first()).toContainText('The log cannot be written: ');
  await page.keyboard.press('ControlOrMeta+Shift+M');
  await page.getByTestId('activity-tab-log').click();
  await expect(page.getByTestId('activity-log-problem')).toContainText('The log cannot be written: ');
  await page.keyboard.press('Escape');
  // Opening it from the menu fails, and says so as well.
  await openFromMenu(app);
  await expect(page.getByTestId('notice').filter({ hasText: 'There is no log file.' })).toHaveCount(1);
});
