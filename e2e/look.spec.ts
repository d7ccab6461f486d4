// Screenshots of each main screen, in both themes and at two widths, for a designer to look at. Keyboard alone reaches everything.

import type { Page } from '@playwright/test';
import { pressInSystem } from './commands.js';
import { expect, reveal, test, tile, untilComplete } from './fixtures.js';

const SIZES = [
  { width: 1000, height: 700 },
  { width: 1920, height: 1080 },
] as const;

/** In the viewer, below its bar. */
const BEHIND = ['viewer-prev', 'viewer-next', 'viewer-video', 'live-badge'];

/** What has the focus as Tab goes round once. A video's own controls are several stops with the video's name. */
async function tabbed(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    const id = await page.evaluate(() => (document.activeElement as HTMLElement).dataset['testid'] ?? '');
    if (id === found.at(-1)) continue;
    if (id === found[0]) break;
    found.push(id);
  }
  return found;
}

test('every main screen', async ({ launch, folder, manifest }) => {
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const photo = manifest.files.find(
    (file) => file.shown && !file.damaged && file.path.endsWith('.jpg') && file.width > 600,
  )!;
  const video = manifest.files.find((file) => file.shown && !file.damaged && file.path.endsWith('.mp4'))!;
  for (const theme of ['dark', 'light'] as const) {
    await app.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source;
    }, theme);
    for (const { width, height } of SIZES) {
      await app.evaluate(
        ({ BrowserWindow }, size) =>
          BrowserWindow.getAllWindows()[0]!.setContentSize(size.width, size.height),
        { width, height },
      );
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
      /** Waits until everything stands still, then takes the picture. */
      const shot = async (name: string) => {
        await page.evaluate(() =>
          Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))),
        );
        await page.screenshot({ path: `test-results/screens/${name}-${theme}-${width}.png` });
      };

      await page.getByTestId('tile').first().focus();
      await page.keyboard.press('Home');
      await expect(page.locator('[data-testid="tile"][aria-posinset="1"]')).toBeFocused();
      await shot('grid');
      for (const [name, file] of [
        ['photo', photo],
        ['video', video],
      ] as const) {
        const target = await reveal(page, file.path.split('/').pop()!);
        await target.click();
        await expect(page.getByTestId('viewer')).toBeVisible();
        await page.mouse.move(width / 2, height / 2);
        await shot(`viewer-${name}`);
        await page.keyboard.press('i');
        await shot(`viewer-${name}-info`);
        await page.keyboard.press('i');
        await page.keyboard.press('Escape');
      }
      await page.getByTestId('problems-button').click();
      await expect(page.getByTestId('problems')).toBeVisible();
      await shot('problems');
      await page.keyboard.press('Escape');
    }
  }
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  expect(dark).toBe(false);
});

test('the keyboard alone opens a folder, a picture and comes back', async ({ launch, folder }) => {
  const { app, page } = await launch();
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, folder);
  await expect(page.getByTestId('choose-folder')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+o');
  await untilComplete(page);
  for (let i = 0; i < 40; i++) {
    if (await page.evaluate(() => document.activeElement?.closest('[data-testid="grid"]') !== null)) break;
    await page.keyboard.press('Tab');
  }
  // The whole screen and back. The menu of the system hears this key, which therefore comes from the system's side.
  for (const whole of [true, false]) {
    await pressInSystem(app, 'F11');
    const isWhole = () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.isFullScreen());
    await expect.poll(isWhole).toBe(whole);
  }
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('viewer')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  const name = (await page.getByTestId('viewer').getAttribute('data-name'))!;
  await page.keyboard.press('Escape');
  await expect(tile(page, name)).toBeFocused();
});

test('the toolbar has room at every width', async ({ launch, folder }) => {
  // German words are longer.
  const { app, page } = await launch({ mediaDirs: [folder], args: ['--language', 'de'] });
  await untilComplete(page);
  /** How far what is in a bar reaches beyond it, CSS pixels. */
  const beyond = (bar: 'toolbar' | 'status') =>
    page.getByTestId(bar).evaluate((bar) => {
      const right = [...bar.children].map((child) => child.getBoundingClientRect().right);
      return Math.round(Math.max(...right) - bar.getBoundingClientRect().right);
    });
  /** How far cards reach into what the time line has, as where pictures have headings; CSS pixels. */
  const cardsBeyond = () =>
    page.locator('[data-scroller]').evaluate((view) => {
      const cards = [...view.querySelectorAll('[data-testid="folder-card"]')];
      const right = cards.map((card) => card.getBoundingClientRect().right);
      return Math.round(Math.max(...right) - (view.getBoundingClientRect().right - 56));
    });
  await page.keyboard.press('ControlOrMeta+3');
  await page.keyboard.press('ControlOrMeta+Shift+B');
  await expect(page.getByTestId('folder-cards')).toBeVisible();
  for (const width of [480, 560, 660, 790, 801, 900, 970, 1000, 1035, 1060, 1190, 1290, 1330]) {
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]!.setContentSize(size, 700),
      width,
    );
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
    for (const key of ['2', '6', '3']) {
      await page.keyboard.press(`ControlOrMeta+${key}`);
      await expect(page.getByTestId('browsing-cards')).toHaveCount(key === '3' ? 1 : 0);
      await expect(page.getByTestId('shuffle-again')).toHaveCount(key === '6' ? 1 : 0);
      expect(await beyond('toolbar'), `place ${key}, ${width} pixels`).toBeLessThan(0);
    }
    expect(await cardsBeyond(), `cards, ${width} pixels`).toBeLessThanOrEqual(0);
    expect(await beyond('status'), `the line below, ${width} pixels`).toBeLessThan(0);
  }
});

test('the viewer has room for its buttons at every width, and is dark in a light window', async ({
  launch,
  folder,
  manifest,
}) => {
  const { app, page } = await launch({ mediaDirs: [folder], args: ['--language', 'de'] });
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'light';
  });
  await untilComplete(page);
  const bar = page.getByTestId('viewer-close').locator('..');
  /** The buttons of the bar that cannot be clicked: outside of it, or below something else. */
  const lost = () =>
    bar.evaluate((element) => {
      const outer = element.getBoundingClientRect();
      return [...element.querySelectorAll('button')]
        .filter((button) => {
          const { left, right, top, bottom } = button.getBoundingClientRect();
          const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
          return left < outer.left || right > outer.right || !button.contains(there);
        })
        .map((button) => button.ariaLabel);
    });
  /** Facts below the name that are seen only in part. The first, the folder, may end in dots. */
  const cut = () =>
    bar.locator('p').evaluate((line) => {
      const { bottom, right } = line.getBoundingClientRect();
      return [...line.children].slice(1).flatMap((fact) => {
        const box = fact.getBoundingClientRect();
        return box.top < bottom && box.right > right ? [fact.textContent] : [];
      });
    });
  for (const ending of ['.jpg', '.mp4']) {
    const file = manifest.files.find(
      ({ shown, damaged, path }) => shown && !damaged && path.endsWith(ending),
    )!;
    await (await reveal(page, file.path.split('/').pop()!)).click();
    await expect(bar).toBeVisible();
    if (ending === '.jpg') await page.keyboard.press('i');
    await expect(page.getByTestId('viewer-info')).toBeVisible();
    for (const width of [480, 560, 640, 701, 800]) {
      await app.evaluate(
        ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]!.setContentSize(size, 700),
        width,
      );
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
      await expect.poll(lost, `${ending}, ${width} pixels`).toEqual([]);
      expect(await cut(), `${ending}, ${width} pixels`).toEqual([]);
    }
    // Where the panel is all that can be seen below the bar, the keys reach nothing behind it.
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(560, 700));
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(560);
    await expect.poll(() => tabbed(page)).toEqual(expect.arrayContaining(['viewer-close', 'star-1']));
    for (const id of BEHIND) expect(await tabbed(page)).not.toContain(id);
    await page.getByTestId('viewer-info-button').click();
    await expect(page.getByTestId('viewer-info')).toHaveCount(0);
    expect(await tabbed(page)).toContain('viewer-next');
    if (ending === '.mp4') expect(await tabbed(page)).toContain('viewer-video');
    await page.getByTestId('viewer-info-button').click();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('viewer')).toHaveCount(0);
  }

  await page.getByTestId('tile').first().click();
  await page.getByTestId('viewer-info-button').click();
  await expect(page.getByTestId('viewer-info')).toHaveCount(0);
  const dark = 'rgb(23, 24, 27)';
  await page.getByTestId('viewer-close').hover();
  await expect(page.getByTestId('tooltip')).toHaveCSS('background-color', dark);
  await page.getByTestId('viewer').click({ button: 'right' });
  await expect(page.getByTestId('viewer-menu')).toHaveCSS('background-color', dark);
  await page.getByTestId('rating-menu').click();
  await expect(page.getByTestId('rating-items')).toHaveCSS('background-color', dark);
});

test('a photo that cannot be shown has no histogram, and a button for the dark viewer', async ({
  launch,
  folder,
}) => {
  const { app, page } = await launch({ mediaDirs: [folder] });
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'light';
  });
  await untilComplete(page);
  await (await reveal(page, 'noise.jpg')).click();
  const button = page.getByTestId('open-externally');
  await button.hover();
  await expect(button).toHaveCSS('background-color', 'rgb(76, 141, 255)');
  await page.keyboard.press('i');
  const info = page.getByTestId('viewer-info');
  await expect(info).toContainText('noise.jpg');
  await expect(info).toHaveCSS('scrollbar-color', 'rgb(107, 112, 120) rgba(0, 0, 0, 0)');
  await expect(info.getByTestId('histogram')).toHaveCount(0);
});
