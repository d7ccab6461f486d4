// Files change on disk while the app is open; the window follows by itself.

import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { byDate, expect, status, test, tile, untilComplete } from './fixtures.js';
import { jpeg } from './media/index.js';

test('added, renamed, changed and deleted files show', async ({ launch, folder }) => {
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const items = await status(page, 'items');

  // Without a date in it: it is of today, and stands first.
  writeFileSync(join(folder, 'added now #1 100%.jpg'), await jpeg({ width: 900, height: 600, seed: 9 }));
  await expect(tile(page, 'added now #1 100%.jpg')).toHaveAttribute('data-state', 'ready');
  await expect.poll(() => status(page, 'items')).toBe(items + 1);

  renameSync(join(folder, 'added now #1 100%.jpg'), join(folder, 'renamed é.jpg'));
  await expect(tile(page, 'renamed é.jpg')).toHaveAttribute('data-state', 'ready');
  await expect(tile(page, 'added now #1 100%.jpg')).toHaveCount(0);

  const before = await tile(page, 'renamed é.jpg').locator('img').first().getAttribute('src');
  writeFileSync(join(folder, 'renamed é.jpg'), await jpeg({ width: 300, height: 900 }));
  await expect(tile(page, 'renamed é.jpg').locator('img').first()).not.toHaveAttribute('src', before!);
  await expect(tile(page, 'renamed é.jpg')).toHaveAttribute('data-state', 'ready');

  rmSync(join(folder, 'renamed é.jpg'));
  await expect(tile(page, 'renamed é.jpg')).toHaveCount(0);
  await expect.poll(() => status(page, 'items')).toBe(items);
});

test('whole folders arrive, move and go', async ({ launch, folder, scratch, manifest }) => {
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const items = await status(page, 'items');
  const picture = await jpeg({ width: 40, height: 30 });
  const outside = join(scratch, 'outside');
  mkdirSync(join(outside, 'deep/er'), { recursive: true });
  for (let i = 0; i < 120; i++) writeFileSync(join(outside, `deep/er/${i}.jpg`), picture);

  renameSync(outside, join(folder, 'arrived'));
  await expect.poll(() => status(page, 'items')).toBe(items + 120);
  const node = page.locator('[data-testid="folder"][data-path="arrived"]');
  await expect(node).toContainText('120');

  renameSync(join(folder, 'arrived'), join(folder, 'moved'));
  await expect(page.locator('[data-testid="folder"][data-path="moved"]')).toContainText('120');
  await expect(node).toHaveCount(0);
  writeFileSync(join(folder, 'moved/deep/er/late.jpg'), picture);
  await expect.poll(() => status(page, 'items')).toBe(items + 121);

  rmSync(join(folder, 'moved'), { recursive: true });
  await expect.poll(() => status(page, 'items')).toBe(items);
  expect(items).toBe(manifest.counts.shown);
});

test('pictures in a folder that is renamed stay in their days and their shape, and none is read again', async ({
  launch,
  scratch,
}) => {
  const folder = join(scratch, 'Photos');
  mkdirSync(join(folder, 'trip'), { recursive: true });
  const pictures = [
    ['a.jpg', '2011:02:03', 900, 300],
    ['b.jpg', '2015:06:07', 300, 900],
    ['c.jpg', '2019:08:09', 600, 400],
  ] as const;
  // All were copied at the same time.
  const put = (path: string, bytes: Buffer) => {
    writeFileSync(path, bytes);
    utimesSync(path, 1_700_000_000, 1_700_000_000);
  };
  for (const [name, day, width, height] of pictures) {
    const taken = `${day.replaceAll(':', '-')}T10:11:12`;
    put(join(folder, 'trip', name), await jpeg({ width, height, taken }));
  }
  const { page, close } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  await byDate(page, 'August 20191 item');

  // From now on each file says another day, and nothing shows that from outside: only who reads it can know.
  for (const [name, day] of pictures) {
    const path = join(folder, 'trip', name);
    const bytes = Buffer.from(readFileSync(path, 'latin1').replaceAll(day, '1999:09:09'), 'latin1');
    expect(bytes.includes('1999:09:09')).toBe(true);
    put(join(scratch, name), bytes);
    renameSync(join(scratch, name), path);
  }
  // What is seen at any time: headings, the shape of each picture, and whether another order is offered.
  const seen = await page.evaluateHandle(() => {
    const all = { now: [] as string[], ever: new Set<string>() };
    const look = () => {
      const tiles = [...document.querySelectorAll<HTMLElement>('[data-testid="tile"]')].map((one) => {
        const { offsetWidth, offsetHeight, dataset } = one;
        return `${dataset['path']!.split('/').at(-1)!} ${(offsetWidth / offsetHeight).toFixed(1)}`;
      });
      const texts = [...document.querySelectorAll('[data-testid="heading"], [data-testid="reorder"]')];
      all.now = [...texts.map(({ textContent }) => textContent), ...tiles].sort();
      for (const one of all.now) all.ever.add(one);
    };
    look();
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
    return all;
  });
  const before = await seen.evaluate(({ now }) => now);
  expect(before).toHaveLength(6);

  renameSync(join(folder, 'trip'), join(folder, 'travel'));
  const moved = page.locator('[data-testid="tile"][data-path^="travel/"][data-state="ready"]');
  await expect(moved).toHaveCount(3);
  // What is not known of a file is read when somebody asks for it.
  const asked = await page.evaluate(async () => {
    const roots = await window.gallery.call('roots.list');
    const root = roots.ok ? roots.value[0]!.id : 0;
    const tiles = [...document.querySelectorAll<HTMLElement>('[data-testid="tile"]')];
    const ids = tiles.map(({ dataset }) => Number(dataset['id']));
    const answers = await Promise.all(ids.map((id) => window.gallery.call('library.details', root, id)));
    return answers.filter(({ ok }) => ok).length;
  });
  expect(asked).toBe(3);
  expect(await seen.evaluate(({ ever }) => [...ever].sort())).toEqual(before);
  await close();

  const again = await launch();
  await untilComplete(again.page);
  await expect(again.page.getByTestId('heading').first()).toHaveText('August 20191 item');
  await tile(again.page, 'a.jpg').click();
  await again.page.keyboard.press('i');
  await expect(again.page.getByTestId('viewer-info').locator('[data-fact="taken"]')).toContainText('2011');
});

test('a change that no watcher is told of shows after "Check for changes" of its folder', async ({
  launch,
  scratch,
}) => {
  const [outside, folder] = [join(scratch, 'outside.jpg'), join(scratch, 'Photos')];
  writeFileSync(outside, await jpeg({ width: 300, height: 200 }));
  mkdirSync(join(folder, 'trip/day'), { recursive: true });
  linkSync(outside, join(folder, 'trip/day/linked.jpg'));
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const image = tile(page, 'linked.jpg').locator('img').first();
  const before = await image.getAttribute('src');

  // Written under its other name, which lies in no watched folder.
  writeFileSync(outside, await jpeg({ width: 200, height: 600 }));
  await page.getByTestId('folder').first().press('ArrowRight');
  const trip = page.locator('[data-testid="folder"][data-path="trip"]');
  await trip.hover();
  await trip.getByTestId('folder-menu').click();
  await expect(page.getByTestId('remove-folder')).toHaveCount(0);
  await page.getByTestId('check-folder').click();
  await expect(image).not.toHaveAttribute('src', before!);
  await expect(tile(page, 'linked.jpg')).toHaveAttribute('data-state', 'ready');
});

test('names that are not UTF-8 are followed as well', async ({ launch, folder, manifest }) => {
  test.skip(process.platform !== 'linux', 'Only Linux takes any bytes as a name.');
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const items = await status(page, 'items');
  expect(items).toBe(manifest.counts.shown);
  const raw = (name: string) => Buffer.from(`${folder}/${name}`, 'latin1');
  const picture = await jpeg({ width: 40, height: 30 });

  writeFileSync(raw('new\xfe.jpg'), picture);
  await expect.poll(() => status(page, 'items')).toBe(items + 1);
  mkdirSync(raw('folder\xe9'));
  writeFileSync(raw('folder\xe9/in it.jpg'), picture);
  await expect.poll(() => status(page, 'items')).toBe(items + 2);
  writeFileSync(raw('folder\xe9/late\xff.jpg'), picture);
  await expect.poll(() => status(page, 'items')).toBe(items + 3);
  rmSync(raw('folder\xe9'), { recursive: true });
  await expect.poll(() => status(page, 'items')).toBe(items + 1);
});

test('a drive that is unplugged in the middle of work loses nothing', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Drive');
  mkdirSync(folder);
  for (let i = 0; i < 80; i++) {
    writeFileSync(join(folder, `${i}.jpg`), await jpeg({ width: 1200, height: 800 + i, seed: i }));
  }
  const { page } = await launch({ mediaDirs: [folder] });
  await expect.poll(() => status(page, 'thumbnails-done')).toBeGreaterThan(4);
  renameSync(folder, `${folder} unplugged`);
  await expect(page.getByRole('treeitem', { name: /Drive.*offline/ })).toBeVisible();
  expect(await status(page, 'items')).toBe(80);
  renameSync(`${folder} unplugged`, folder);
  await untilComplete(page);
  await expect.poll(() => status(page, 'thumbnails-done')).toBe(80);
  expect(await status(page, 'thumbnails-failed')).toBe(0);
  await page.getByTestId('tile').first().click();
  await expect
    .poll(() => page.getByTestId('viewer-image').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(1200);

  // The viewer blames the drive, not the picture; and shows it as soon as the drive is back.
  renameSync(folder, `${folder} unplugged`);
  await page.keyboard.press('End');
  const unshowable = page.getByTestId('viewer-unshowable');
  await expect(unshowable).toContainText('Drive is offline.');
  await expect(page.getByTestId('open-externally')).toHaveCount(0);
  // Meanwhile its thumbnail is seen, and nothing covers it.
  const thumbnail = page.getByTestId('viewer').locator('img[data-failed="true"]');
  await expect(thumbnail).toBeVisible();
  await expect(thumbnail.locator('+ div')).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  renameSync(`${folder} unplugged`, folder);
  await expect(page.getByTestId('viewer-image')).toBeVisible();
  await expect(unshowable).toHaveCount(0);
});
