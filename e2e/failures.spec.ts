// What could not be done says what to do, and that is there: trying it again, by key and by mouse.

import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { noteAsked } from './commands.js';
import { expect, test, tile, untilComplete } from './fixtures.js';
import { jpeg } from './media/index.js';

test('what could not go to the trash is tried again', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Pictures');
  mkdirSync(folder);
  const names = ['a.jpg', 'b.jpg'] as const;
  for (const name of names) writeFileSync(join(folder, name), await jpeg({ width: 64, height: 48 }));
  const { app, page } = await launch({
    mediaDirs: [folder],
    env: { XDG_DATA_HOME: join(scratch, 'data'), ELECTRON_TRASH: 'gio', XDG_CURRENT_DESKTOP: 'GNOME' },
  });
  await untilComplete(page);
  await app.evaluate(({ shell }) => {
    const real = shell.trashItem;
    const state = { busy: true, asked: [] as string[] };
    Object.assign(globalThis, { state });
    shell.trashItem = (path) => {
      state.asked.push(path);
      return state.busy && path.endsWith('b.jpg') ? Promise.reject(new Error('busy')) : real(path);
    };
  });
  for (const name of names) await tile(page, name).click({ modifiers: ['ControlOrMeta'] });
  await page.keyboard.press('Delete');
  await page.getByTestId('confirm-action').click();
  const dialog = page.getByTestId('dialog-failures');
  await expect(dialog.locator('li')).toHaveText([
    'b.jpgThe system could not move it to the trash (busy). Try it again, or move it there in the file manager.',
  ]);
  expect(names.map((name) => existsSync(join(folder, name)))).toEqual([false, true]);

  // The key is where it is needed; what fails once more is told once more.
  const again = page.getByTestId('failures-again');
  await expect(again).toBeFocused();
  const asked = () =>
    app.evaluate(() => (globalThis as unknown as { state: { asked: string[] } }).state.asked);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await asked()).slice(2)).toEqual([join(folder, 'b.jpg')]);
  await expect(dialog).toContainText('1 file could not be moved to the trash:');
  await expect(again).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
  await app.evaluate(() => {
    (globalThis as unknown as { state: { busy: boolean } }).state.busy = false;
  });
  await again.click();
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => existsSync(join(folder, 'b.jpg'))).toBe(false);
  await expect(page.getByTestId('notice').last()).toContainText('1 file moved to the trash.');
});

test('a file that the system does not open says why and what to do', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Pictures');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.jpg'), await jpeg({ width: 64, height: 48 }));
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  await noteAsked(app, 'No application knows it.');
  await tile(page, 'a.jpg').focus();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByTestId('notice')).toContainText(
    'The system could not open this file (No application knows it). Choose a program for such files',
  );
});

test('a problem that no thumbnail is about can be looked at again', async ({ launch, scratch }) => {
  test.skip(process.platform === 'win32', 'Links need a privilege on Windows.');
  const folder = join(scratch, 'Pictures');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.jpg'), await jpeg({ width: 64, height: 48 }));
  // Nobody watches where it leads to.
  const target = join(scratch, 'elsewhere.jpg');
  symlinkSync(target, join(folder, 'link.jpg'));
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  await page.getByTestId('problems-button').click();
  const line = page.getByTestId('problem');
  await expect(line).toContainText('This link leads to something that does not exist.');
  symlinkSync(join(folder, 'a.jpg'), target);
  await line.getByTestId('problem-check').click();
  await expect(page.getByTestId('problems')).toContainText('There are no problems any more.');
  await expect(line).toHaveCount(0);
});
