// A person starts the app for the first time and gives it folders: by dialog, by dropping, by a second start.

import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { secondStart } from './app.js';
import { dragIn } from './commands.js';
import { answerDialog, expect, status, test, tile, untilComplete } from './fixtures.js';
import { NO_DISPLAY } from './terminal.js';

/** Drops folders the way the system does, with real paths behind the File objects. */
async function drop(page: Page, files: string[]): Promise<void> {
  const send = await dragIn(page, files);
  await send('dragEnter');
  await send('dragOver');
  // While they hover, the window says what would become of them.
  await expect(page.getByTestId('drop-overlay')).toContainText('Drop folders to add them');
  await send('drop');
  await expect(page.getByTestId('drop-overlay')).toHaveCount(0);
}

test('choose several folders in the dialog', async ({ launch, folder, scratch, manifest }) => {
  const second = join(scratch, 'Second place');
  mkdirSync(second);
  renameSync(join(folder, firstOf(manifest).path), join(second, 'moved here.jpg'));
  const { app, page } = await launch();
  await expect(page.getByTestId('choose-folder')).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/empty.png' });

  await answerDialog(app, []);
  await page.getByTestId('choose-folder').click();
  await expect(page.getByTestId('choose-folder')).toBeVisible();

  await answerDialog(app, [folder, second]);
  await page.getByTestId('choose-folder').click();
  await expect(page.getByTestId('tile').first()).toBeVisible();
  await untilComplete(page);
  expect(await status(page, 'items')).toBe(manifest.counts.shown);
  const roots = page.locator('[data-testid="folder"][data-path=""]');
  await expect(roots).toHaveCount(2);
  await expect(roots.nth(0)).toContainText('Pictures');
  await expect(roots.nth(1)).toContainText('Second place');

  await roots.nth(1).click();
  await expect(page.getByTestId('tile')).toHaveCount(1);
  await expect(tile(page, 'moved here.jpg')).toBeVisible();
});

test('a folder that holds nothing leads on to another one', async ({ launch, scratch, folder, manifest }) => {
  const bare = join(scratch, 'Bare');
  mkdirSync(bare);
  const { app, page } = await launch({ mediaDirs: [bare] });
  const add = page.getByTestId('nothing').getByTestId('add-first');
  for (const place of ['home', 'browse', 'all']) {
    await page.getByTestId(`place-${place}`).click();
    await expect(add).toBeVisible();
  }
  await answerDialog(app, [folder]);
  await add.click();
  await untilComplete(page);
  expect(await status(page, 'items')).toBe(manifest.counts.shown);
  // Beside others that hold something it is only an empty folder.
  await page.locator('[data-testid="folder"][data-path=""]').first().click();
  await expect(page.getByTestId('nothing')).toBeVisible();
  await expect(add).toHaveCount(0);
});

test('the tree leads into folders and shows their counts', async ({ launch, folder, manifest }) => {
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const root = page.locator('[data-testid="folder"][data-path=""]');
  await expect(root).toContainText(String(manifest.counts.shown));
  const path = parent(manifest.files.find((file) => file.shown && parent(file.path) !== '')!.path);
  const inside = manifest.files.filter(
    (file) => file.shown && file.path.startsWith(`${path.split('/')[0]}/`),
  );
  const node = page.locator(`[data-testid="folder"][data-path=${JSON.stringify(path.split('/')[0])}]`);
  if ((await node.count()) === 0) await root.press('ArrowRight');
  await expect(node).toContainText(String(inside.length));
  await node.click();
  await expect(page.getByTestId('tile')).toHaveCount(inside.length);
});

test('drop a folder on the window', async ({ launch, folder, manifest }) => {
  const { page } = await launch();
  await expect(page.getByTestId('choose-folder')).toBeVisible();
  await drop(page, [folder]);
  await untilComplete(page);
  expect(await status(page, 'items')).toBe(manifest.counts.shown);
});

test('while folders are dragged the window says so, until they are gone', async ({ launch, folder }) => {
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const overlay = page.getByTestId('drop-overlay');
  /** Sends what the system tells of files; answers whether the window leaves it to what it is over. */
  const send = (type: string, over: string, what: 'files' | 'words') =>
    page.locator(over).evaluate(
      (element, [name, kind]) => {
        const dataTransfer = new DataTransfer();
        if (kind === 'files') dataTransfer.items.add(new File([''], 'a'));
        else dataTransfer.setData('text/plain', 'lake');
        return element.dispatchEvent(
          new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true, relatedTarget: null }),
        );
      },
      [type, what] as const,
    );
  const search = '[data-testid="search"]';
  await send('dragenter', search, 'files');
  await expect(overlay).toBeVisible();
  await send('dragleave', '[data-testid="drop-overlay"]', 'files');
  await expect(overlay).toHaveCount(0);
  // That they went may be told to an element that is gone itself; the pointer is heard of again then.
  await send('dragenter', search, 'files');
  await expect(overlay).toBeVisible();
  await page.mouse.move(300, 300);
  await expect(overlay).toHaveCount(0);
  // Words can be dragged to where text is typed, files nowhere but to the window.
  expect(await send('dragover', search, 'words')).toBe(true);
  expect(await send('drop', search, 'words')).toBe(true);
  expect(await send('dragover', search, 'files')).toBe(false);
  expect(await send('dragover', 'body', 'words')).toBe(false);
  expect(await send('drop', 'body', 'words')).toBe(false);
});

test('dropping a file or a folder that is there already says so and breaks nothing', async ({
  launch,
  folder,
  manifest,
}) => {
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  await drop(page, [join(folder, firstOf(manifest).path)]);
  await expect(page.getByText('is not a folder.')).toBeVisible();
  await drop(page, [folder]);
  await expect(page.locator('[data-testid="folder"][data-path=""]')).toHaveCount(1);
});

test('a second start hands its folder to the first', async ({ launch, folder, scratch, manifest }) => {
  const { page } = await launch();
  await expect(page.getByTestId('choose-folder')).toBeVisible();
  const ended = await secondStart({ userDataDir: join(scratch, 'user'), mediaDirs: [folder] });
  expect(ended).toBe(0);
  await untilComplete(page);
  expect(await status(page, 'items')).toBe(manifest.counts.shown);
});

test('a user folder that cannot be written is an error, not another instance', async ({ scratch }) => {
  const file = join(scratch, 'a file');
  writeFileSync(file, '');
  // Where there is a display, a box would wait for somebody to close it.
  expect(await secondStart({ userDataDir: file, mediaDirs: [], env: NO_DISPLAY })).toBe(1);
});

const parent = (path: string) => path.split('/').slice(0, -1).join('/');

function firstOf(manifest: {
  files: readonly { path: string; kind: string; shown: boolean; damaged: boolean }[];
}) {
  return manifest.files.find(
    (file) => file.shown && !file.damaged && file.kind === 'photo' && /\.jpg$/.test(file.path),
  )!;
}
