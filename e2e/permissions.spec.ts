// Permission to read a folder, or all of a root, is taken away and given back, while the app runs and between two runs.

import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, problems, status, test, tile, untilComplete } from './fixtures.js';
import { jpeg } from './media/index.js';

test.skip(process.platform === 'win32', 'Windows has no such permissions.');

const NO_PERMISSION = 'You do not have permission to read this folder.';

test('permission that is lost and given back loses nothing and is noticed by itself', async ({
  launch,
  scratch,
}) => {
  const root = join(scratch, 'Root');
  const picture = await jpeg({ width: 40, height: 30 });
  const add = (path: string) => writeFileSync(join(root, path), picture);
  mkdirSync(join(root, 'x/y'), { recursive: true });
  mkdirSync(join(root, 'z'));
  ['a.jpg', 'x/b.jpg', 'x/y/c.jpg', 'z/d.jpg'].forEach(add);
  const offline = (page: Page) => page.getByRole('treeitem', { name: /Root.*offline/ });

  const first = await launch({ mediaDirs: [root], ordinary: true });
  await untilComplete(first.page);
  chmodSync(join(root, 'x'), 0);
  await expect.poll(() => problems(first.page)).toEqual([`x: ${NO_PERMISSION}`]);
  add('z/e.jpg');
  await expect.poll(() => status(first.page, 'items')).toBe(5);
  chmodSync(join(root, 'x'), 0o755);
  await expect.poll(() => problems(first.page)).toEqual([]);
  add('x/y/f.jpg');
  await expect.poll(() => status(first.page, 'items')).toBe(6);

  // The same with a single file.
  writeFileSync(join(root, 'z/secret.jpg'), picture, { mode: 0 });
  await expect
    .poll(() => problems(first.page))
    .toEqual([expect.stringMatching(/^z\/secret.jpg: .*permission/)]);
  chmodSync(join(root, 'z/secret.jpg'), 0o644);
  await expect.poll(() => problems(first.page)).toEqual([]);
  rmSync(join(root, 'z/secret.jpg'));
  await expect.poll(() => status(first.page, 'items')).toBe(6);

  chmodSync(root, 0);
  await expect(offline(first.page)).toBeVisible();
  await expect.poll(() => problems(first.page)).toEqual([`: ${NO_PERMISSION}`]);
  expect(await status(first.page, 'items')).toBe(6);
  chmodSync(root, 0o755);
  await expect(offline(first.page)).toHaveCount(0);
  await expect.poll(() => problems(first.page)).toEqual([]);
  add('g.jpg');
  await expect.poll(() => status(first.page, 'items')).toBe(7);
  await untilComplete(first.page);
  await first.close();

  chmodSync(join(root, 'x'), 0);
  const second = await launch({ ordinary: true });
  await expect.poll(() => problems(second.page)).toEqual([`x: ${NO_PERMISSION}`]);
  expect(await status(second.page, 'items')).toBe(7);
  await expect(tile(second.page, 'c.jpg')).toBeVisible();
  chmodSync(join(root, 'x'), 0o755);
  await expect.poll(() => problems(second.page)).toEqual([]);
  add('x/h.jpg');
  await expect.poll(() => status(second.page, 'items')).toBe(8);
  await second.close();

  chmodSync(root, 0);
  const third = await launch({ ordinary: true });
  await expect(offline(third.page)).toBeVisible();
  await expect.poll(() => problems(third.page)).toEqual([`: ${NO_PERMISSION}`]);
  expect(await status(third.page, 'items')).toBe(8);
  chmodSync(root, 0o755);
  await expect(offline(third.page)).toHaveCount(0);
  add('i.jpg');
  await expect.poll(() => status(third.page, 'items')).toBe(9);
  await untilComplete(third.page);
  expect(await status(third.page, 'thumbnails-failed')).toBe(0);
});
