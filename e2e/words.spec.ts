// A person reads German, and makes the words of the gallery their own.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, untilComplete } from './fixtures.js';

test('German, with the words of a wedding', async ({ launch, scratch, folder }) => {
  const user = join(scratch, 'user');
  mkdirSync(user);
  const own = {
    ...{ appName: 'Anna & Ben', placeNames: { all: 'Unser Tag' }, welcom: 'x', close: 'Weg {damit}' },
    sentences: { 'The file is empty.': 'Da ist nichts drin.' },
  };
  writeFileSync(join(user, 'content.json'), JSON.stringify(own));
  const { app, page } = await launch({ mediaDirs: [folder], env: { HOME_GALLERY_LANGUAGE: 'de' } });
  // What is wrong with the file is told; the rest is used.
  await expect(page.getByTestId('notice')).toContainText(
    'Nicht aus content.json übernommen: welcom ist kein Text der App, close hat keinen Wert {damit}',
  );
  expect(await page.title()).toBe('Anna & Ben');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('navigation', { name: 'Ordner', exact: true })).toContainText('Unser Tag');
  await untilComplete(page);
  const status = page.getByTestId('status');
  await expect(status).toContainText(/\d+ Fotos, \d+ Videos/);
  await expect(status).toContainText(/(gerade|vor .+) geprüft/);
  // Headings have German months; the library's pictures are from many.
  await expect(page.getByTestId('heading').first()).toContainText(
    /(Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember) \d{4}/,
  );
  // What other processes say is said in German as well.
  await page.getByTestId('problems-button').click();
  const problems = page.getByTestId('problems');
  await expect(problems).toContainText('Diese Dateien oder Ordner ließen sich nicht so zeigen');
  await expect(problems).toContainText('Kein Vorschaubild');
  await expect(problems).toContainText('Da ist nichts drin.');
  await expect(problems).not.toContainText(/\b(The|This|There) /);
  await page.keyboard.press('Escape');
  await page.getByTestId('tile').first().click();
  await page.keyboard.press('i');
  await expect(page.getByTestId('viewer-info')).toContainText('Aufgenommen');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+,');
  await expect(page.getByTestId('option-thumbnailSpace').getByRole('textbox')).toHaveValue('2.000');
  await page.keyboard.press('Escape');
  const menu = await app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()!.items.flatMap(({ label, submenu }) => [
      label,
      ...(submenu?.items.map((item) => item.label) ?? []),
    ]),
  );
  expect(menu).toEqual(expect.arrayContaining(['&Datei', 'Ordner hinzufügen…', 'Beenden', 'Kopieren']));
});
