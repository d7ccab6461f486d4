// Commands about the library and the work in the background, each by its key, in the menu of the application and, where folders have
// a menu, with the other button of the mouse.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { secondStart } from './app.js';
import type { CommandId } from '../renderer/commands/table.js';
import {
  byGround,
  choose,
  chooseIn,
  dismissAll,
  makeLibraryFor,
  menuItem,
  thumbnailsFailed,
  waysOf,
} from './commands.js';
import { answerDialog, byName, expect, status, test, tile, untilComplete } from './fixtures.js';
import { jpeg } from './media/index.js';

const DIALOGS = {
  settings: 'settings',
  activity: 'activity',
  problems: 'problems',
  licences: 'dialog-licences',
  shortcuts: 'dialog-shortcuts',
  clearThumbnails: 'confirm',
} as const satisfies Partial<Record<CommandId, string>>;

/** Waits for a notice, and closes all, so that none is taken for the answer to what comes next. */
async function told(page: Page, text: string | RegExp, message: string): Promise<void> {
  await expect(page.getByTestId('notice').filter({ hasText: text }), message).toHaveCount(1);
  await dismissAll(page);
}

test('dialogs, thumbnails, workers, caches, marks, diagnostics and the log', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Library');
  await makeLibraryFor(folder);
  writeFileSync(join(folder, 'broken.jpg'), 'This is no picture.');
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  await byName(page);
  const marks = join(scratch, 'marks.json');
  await app.evaluate(({ dialog, shell }, filePath) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    shell.openPath = (path) => (asked.push(path), Promise.resolve(''));
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, marks);
  const takeAsked = () =>
    app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked.splice(0).join());
  const clipboard = () => app.evaluate(({ clipboard: board }) => board.readText());
  const workers = () =>
    app.evaluate(({ app: electron }) =>
      electron
        .getAppMetrics()
        .filter(({ name }) => name === 'Home Gallery thumbnails')
        .map(({ pid }) => pid),
    );
  for (const [way, give] of waysOf(app, page)) {
    const say = (id: string) => ({ message: `${id} by ${way}` });
    for (const [id, dialog] of Object.entries(DIALOGS) as [keyof typeof DIALOGS, string][]) {
      await give(id);
      await expect(page.getByTestId(dialog), say(id)).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByTestId(dialog), say(id)).toHaveCount(0);
    }
    await give('checkUpdates');
    await expect(page.getByTestId('updates'), say('checkUpdates')).toBeInViewport();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('settings')).toHaveCount(0);

    await give('pauseThumbnails');
    await told(page, 'Making thumbnails is paused.', 'pauseThumbnails');
    await expect.poll(() => menuItem(app, 'pauseThumbnails')).toEqual({ enabled: true, checked: true });
    await give('pauseThumbnails');
    await told(page, 'Making thumbnails goes on.', 'pauseThumbnails');
    await expect.poll(() => menuItem(app, 'pauseThumbnails')).toEqual({ enabled: true, checked: false });

    await expect.poll(() => status(page, 'thumbnails-failed')).toBe(1);
    const tried = await thumbnailsFailed(page);
    await give('retryThumbnails');
    await told(page, 'What failed is tried again.', 'retryThumbnails');
    await expect.poll(() => thumbnailsFailed(page), say('retryThumbnails')).toBe(tried + 1);
    await expect.poll(() => status(page, 'thumbnails-failed')).toBe(1);

    // Over what shows the work itself, too.
    await give('activity');
    await expect(page.getByTestId('activity')).toBeVisible();
    await expect.poll(workers).not.toEqual([]);
    const before = await workers();
    await give('restartWorkers');
    await told(page, 'The workers are being restarted.', 'restartWorkers');
    await expect.poll(async () => (await workers()).filter((pid) => before.includes(pid))).toEqual([]);
    await give('copyDiagnostics');
    await expect.poll(clipboard, say('copyDiagnostics')).toContain('Home Gallery diagnostics');
    expect(await clipboard()).not.toContain(scratch);
    await give('copyDiagnosticsWithPaths');
    await expect.poll(clipboard, say('copyDiagnosticsWithPaths')).toContain(scratch);
    await app.evaluate(({ clipboard: board }) => board.writeText(''));
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('activity')).toHaveCount(0);
    await give('dropCaches');
    await told(page, /entr(y|ies) invalidated\./, 'dropCaches');

    await tile(page, 'a.jpg').focus();
    await page.keyboard.press('3');
    await expect(tile(page, 'a.jpg')).toHaveAttribute('data-rating', '3');
    await give('exportMarks');
    await told(page, 'The marks of 1 file were written.', 'exportMarks');
    await page.keyboard.press('0');
    await expect(tile(page, 'a.jpg')).toHaveAttribute('data-rating', '0');
    await answerDialog(app, [marks]);
    await give('importMarks');
    await told(page, '1 of 1 marked files', 'importMarks');
  }
  // In the menu it is main's own, which needs no window that works: e2e/logs.spec.ts.
  await page.keyboard.press('ControlOrMeta+L');
  await expect.poll(takeAsked).toBe(join(scratch, 'user/logs/home-gallery.log'));
});

test('folders and windows', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Library');
  await makeLibraryFor(folder);
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const named = (name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}`) });
  const menuOf = (name: string) => (id: CommandId) =>
    chooseIn(page, () => named(name).click({ button: 'right' }), id);
  const scans = () =>
    page.evaluate(async () => {
      const answer = await window.gallery.call('roots.list');
      return answer.ok ? answer.value[0]!.checkedAt : 0;
    });
  const other = join(scratch, 'Other');
  const visited = join(scratch, 'Visited');
  for (const dir of [other, visited]) mkdirSync(dir);
  const bytes = await jpeg({ width: 60, height: 40, seed: 90 });
  writeFileSync(join(other, 'other.jpg'), bytes);
  writeFileSync(join(visited, 'visited.jpg'), bytes);
  for (const [way, give] of [...waysOf(app, page), ['mouse', null] as const]) {
    const say = (id: string) => ({ message: `${id} by ${way}` });
    await named('House').click();
    const on = give ?? menuOf('House');
    await expect(tile(page, 'roof.jpg')).toBeVisible();
    let before = await scans();
    await on('checkFolder');
    if (give !== null) await named('Library').click();
    await (give ?? menuOf('Library'))('checkFolder');
    await expect.poll(scans, say('checkFolder')).toBeGreaterThan(before);
    await named('House').click();
    await expect(tile(page, 'roof.jpg')).toBeVisible();
    before = await scans();
    await (give ?? ((id: CommandId) => byGround(page, id)))('checkDisk');
    await expect.poll(scans, say('checkDisk')).toBeGreaterThan(before);
    await on('hideFolder');
    await expect(named('House'), say('hideFolder')).toHaveCount(0);
    if (give === null) await page.getByTestId('show-folder').click();
    else await give('showFolder');
    await expect(named('House'), say('showFolder')).toBeVisible();

    // A folder that was only handed over is kept, and taken out again.
    await secondStart({ userDataDir: join(scratch, 'user'), args: [join(visited, 'visited.jpg')] });
    await expect(page.getByTestId('viewer')).toHaveAttribute('data-name', 'visited.jpg');
    await page.keyboard.press('Escape');
    await expect(tile(page, 'visited.jpg')).toBeFocused();
    const saved = async () =>
      page.evaluate(async () => {
        const answer = await window.gallery.call('roots.list');
        return answer.ok ? answer.value.filter((root) => root.visited !== true).length : 0;
      });
    expect(await saved()).toBe(1);
    await (give ?? menuOf('Visited'))('keepFolder');
    await expect.poll(saved, say('keepFolder')).toBe(2);
    // The window knows it a moment later, and has then gone on to the kept one.
    await expect(named('Visited').getByLabel(/^Only visited/)).toHaveCount(0);
    await expect(named('Visited')).toHaveAttribute('aria-selected', 'true');
    await (give ?? menuOf('Visited'))('removeFolder');
    await page.getByTestId('confirm-action').click();
    await expect(named('Visited'), say('removeFolder')).toHaveCount(0);
  }
  for (const [way, give] of waysOf(app, page)) {
    const windows = app.windows().length;
    const opened = app.waitForEvent('window');
    await give('newWindow');
    await (await opened).close();
    await expect.poll(() => app.windows().length, { message: way }).toBe(windows);
    await page.bringToFront();
    await answerDialog(app, [other]);
    await give('chooseFolder');
    await expect(named('Other'), `chooseFolder by ${way}`).toBeVisible();
    await named('Other').click();
    await choose(app, 'removeFolder');
    await page.getByTestId('confirm-action').click();
    await expect(named('Other')).toHaveCount(0);
  }
});
