// The keyboard alone through all of it: what has the focus is seen, is never lost, and Escape leads back.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { answerDialog, expect, test, untilComplete } from './fixtures.js';
import { jpeg } from './media/index.js';

/** What has the focus, and whether a person sees that. */
const focus = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const { width, top, bottom, left, right } = element.getBoundingClientRect();
    const { outlineStyle } = getComputedStyle(element);
    // The ring of a card lies on its picture.
    const ring = getComputedStyle(
      element.matches('[data-testid="folder-card"]') ? element.firstElementChild! : element,
      '::after',
    ).boxShadow;
    return {
      name: element.dataset['testid'] ?? element.id,
      seen: width > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
      // Of a dialog's whole, all of it is meant; of the flow, the card in the middle has the ring.
      ringed:
        outlineStyle !== 'none' || ring !== 'none' || element.matches('[role="dialog"], [role="listbox"]'),
    };
  });

/** Waits until the focus is there, in sight and with its ring. */
const held = (page: Page, name: string, what: string) =>
  expect.poll(() => focus(page), { message: what }).toEqual({ name, seen: true, ringed: true });

test('the keyboard goes everywhere and is never lost', async ({ launch, folder, scratch }) => {
  const { app, page } = await launch({
    env: { XDG_DATA_HOME: `${scratch}/data`, ELECTRON_TRASH: 'gio', XDG_CURRENT_DESKTOP: 'GNOME' },
  });
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await answerDialog(app, [folder]);
  await expect(page.getByTestId('choose-folder')).toBeVisible();
  await press('Tab');
  await held(page, 'choose-folder', 'the way in');
  await press('Enter');
  await untilComplete(page);
  await press('ControlOrMeta+2');

  // Arrows find the pictures; what is selected gets its marks; a dialog gives the focus back.
  await press('ArrowRight');
  await held(page, 'tile', 'the first arrow');
  await press('ArrowRight', 'Shift+ArrowRight');
  await expect(page.getByTestId('selection-count')).toContainText('2');
  await press('f', '3', 't');
  await held(page, 'tag-input', 'tags');
  await page.keyboard.type('Summer');
  await press('Enter', 'Escape');
  await expect(page.getByTestId('dialog-tags')).toHaveCount(0);
  await held(page, 'tile', 'after the tags');
  await press('Escape');
  await expect(page.getByTestId('selection-bar')).toHaveCount(0);
  await held(page, 'tile', 'without a selection');

  // The viewer, a control in it, a dialog over it, and back to the tile.
  await press('Enter', 'i');
  await expect(page.getByTestId('viewer-info')).toBeVisible();
  const name = (await page.getByTestId('viewer').getAttribute('data-name'))!;
  await press('Tab', 't');
  await held(page, 'tag-input', 'tags over the viewer');
  await press('Escape');
  await expect(page.getByTestId('dialog-tags')).toHaveCount(0);
  await press('i', 'Escape');
  await expect(page.getByTestId('viewer')).toHaveCount(0);
  await held(page, 'tile', 'after the viewer');
  await expect(page.locator(':focus')).toHaveAttribute('data-name', name);

  // Filters by keyboard: the list stays until Escape, which leads to its button.
  await press('ControlOrMeta+Shift+F');
  await held(page, 'facet-favourites', 'filters');
  await press('Space');
  await expect(page.getByTestId('chip-favourites')).toBeVisible();
  await held(page, 'facet-favourites', 'a filter that is set');
  await press('Escape');
  await held(page, 'filters', 'after the filters');
  await press('Alt+Shift+0', 'ControlOrMeta+Shift+S');
  await expect(page.getByTestId('sort-newest')).toBeFocused();
  await press('ArrowDown', 'Enter');
  await held(page, 'sort', 'after the orders');

  // Settings, activity and the sheet lead back to where one was, through each other's keys.
  for (const [key, dialog] of [
    ['ControlOrMeta+,', 'settings'],
    ['ControlOrMeta+Shift+M', 'activity'],
    ['?', 'dialog-shortcuts'],
  ] as const) {
    await press(key);
    await expect(page.getByTestId(dialog)).toBeVisible();
    await press('Escape');
    await expect(page.getByTestId(dialog)).toHaveCount(0);
    await held(page, 'sort', `after ${dialog}`);
  }

  // Wherever the pictures change, the focus goes on among them.
  await press('ControlOrMeta+F', 'ArrowDown');
  await held(page, 'tile', 'from the search to the pictures');
  for (const [key, stop] of [
    ['ControlOrMeta+1', 'cell'],
    ['ControlOrMeta+4', 'tile'],
    ['ControlOrMeta+6', 'tile'],
    ['ControlOrMeta+2', 'tile'],
    ['Alt+Shift+4', 'tile'],
    ['Alt+Shift+0', 'tile'],
  ] as const) {
    await press(key);
    await held(page, stop, key);
  }
  for (const [key, filter] of [
    ['Alt+Shift+3', 'filter-video'],
    ['Alt+Shift+2', 'filter-photo'],
    ['Alt+Shift+1', 'filter-all'],
  ] as const) {
    await press(key);
    await expect(page.getByTestId(filter)).toHaveAttribute('aria-pressed', 'true');
  }
  await held(page, 'tile', 'after the kinds');
  await press('End');
  const last = (await page.locator(':focus').getAttribute('data-item'))!;
  await press('PageUp');
  await expect(page.locator(`:focus:not([data-item="${last}"])`)).toHaveAttribute('data-testid', 'tile');
  const chosen = page.locator('[data-testid="tile"][aria-selected="true"]');
  // On macOS these keys are the system's.
  const toggle = process.platform === 'darwin' ? 'x' : 'ControlOrMeta+Space';
  await press(toggle);
  await expect(chosen).toBeFocused();
  await press(toggle);
  await expect(chosen).toHaveCount(0);
  await press('ControlOrMeta+3', 'ControlOrMeta+Shift+B');
  await held(page, 'folder-card', 'folder cards');
  await press('Enter');
  await expect(page.getByTestId('breadcrumb').getByRole('listitem')).not.toHaveCount(1);
  await expect.poll(async () => (await focus(page)).seen).toBe(true);
  await press('ControlOrMeta+Shift+B', 'ControlOrMeta+2');

  // The sidebar takes the focus with it, the trash a file: both leave it among the pictures.
  await press('ArrowRight');
  await held(page, 'tile', 'among all media');
  await press('ArrowRight');
  const gone = (await page.locator(':focus').getAttribute('data-name'))!;
  // Who is quicker than the question has not answered it.
  await press('Delete');
  await expect(page.getByTestId('confirm').getByRole('button').first()).toBeFocused();
  await press('Tab');
  await held(page, 'confirm-action', 'the trash');
  await press('Enter');
  await expect(page.locator(`[data-testid="tile"][data-name=${JSON.stringify(gone)}]`)).toHaveCount(0);
  await held(page, 'tile', 'after the trash');
  await page.getByTestId('place-all').focus();
  await press('ControlOrMeta+B');
  await held(page, 'tile', 'without the sidebar');
});

test('the button of a folder keeps the keys of the window', async ({ launch, folder }) => {
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const root = page.locator('[data-testid="folder"][data-path=""]');
  await root.hover();
  await root.getByTestId('folder-menu').click();
  await expect(page.getByTestId('remove-folder')).toBeVisible();
  // The keys of a menu are its own: they move nothing in the tree.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await expect(root).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await held(page, 'folder-menu', 'after its menu');
  await page.keyboard.press('ControlOrMeta+7');
  await expect(page.getByTestId('place-newest')).toHaveAttribute('aria-current', 'page');
});

test('a folder that comes above the one with the focus takes the keys of the tree nowhere else', async ({
  launch,
  scratch,
}) => {
  const folder = join(scratch, 'Photos');
  const put = async (name: string) => {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(
      join(folder, name, 'snow.jpg'),
      await jpeg({ width: 120, height: 80, seed: 1, scene: 'hills' }),
    );
  };
  for (const name of ['Norway', 'Portugal']) await put(name);
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const named = (name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}`) });
  await named('Photos').focus();
  await page.keyboard.press('ArrowDown');
  await expect(named('Norway')).toBeFocused();
  await put('Italy');
  await expect(named('Italy')).toBeVisible();
  await expect(named('Norway')).toBeFocused();
  await expect(named('Norway')).toHaveAttribute('tabindex', '0');
  await page.keyboard.press('ArrowDown');
  await expect(named('Portugal')).toBeFocused();
  // One whose folder is folded away gives the focus to that.
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('breadcrumb').getByRole('heading')).toHaveText('Portugal');
  await named('Photos').getByTestId('fold').click();
  await expect(named('Portugal')).toHaveCount(0);
  await expect(named('Photos')).toHaveAttribute('tabindex', '0');
});
