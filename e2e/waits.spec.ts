// What takes a while says so where it will stand, what fails says why and can be tried again there, and nothing that one reads moves
// when it comes.

import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { expect, reveal, test, tile, untilComplete } from './fixtures.js';

type Answer = (...args: unknown[]) => unknown;
interface Held {
  _invokeHandlers: Map<string, Answer>;
  let?: (how: 'fail' | 'answer') => void;
}

/** Holds the next answer to a call; what is answered lets it go, or has it fail. Later ones are as ever. */
async function hold(app: ElectronApplication, call: string) {
  await app.evaluate(({ ipcMain }, name) => {
    const held = ipcMain as unknown as Held;
    const real = held._invokeHandlers.get(name)!;
    held._invokeHandlers.set(name, (...args) => {
      held._invokeHandlers.set(name, real);
      return new Promise((resolve) => {
        held.let = (how) =>
          resolve(
            how === 'answer'
              ? real(...args)
              : { ok: false, code: 'unreadable', message: 'The file cannot be read.' },
          );
      });
    });
  }, call);
  return (how: 'fail' | 'answer') =>
    app.evaluate(({ ipcMain }, to) => (ipcMain as unknown as Held).let!(to), how);
}

const LOADING = 'Loading…';

interface Place {
  readonly name: string;
  readonly call: string;
  readonly failed: RegExp;
  readonly open: (page: Page) => Promise<unknown>;
  readonly place: (page: Page) => Locator;
  readonly known: (page: Page) => Locator;
}

const PLACES: readonly Place[] = [
  {
    name: 'the settings',
    call: 'options.list',
    failed: /^The settings could not be read\. The file cannot be read\.$/,
    open: (page) => page.keyboard.press('ControlOrMeta+,'),
    place: (page) => page.getByTestId('settings'),
    known: (page) => page.getByTestId('option-zoom'),
  },
  {
    name: 'the licences',
    call: 'app.licences',
    failed: /^The licences could not be read\. /,
    open: (page) => page.keyboard.press('ControlOrMeta+Shift+L'),
    place: (page) => page.getByTestId('dialog-licences'),
    known: (page) => page.getByTestId('licence').first(),
  },
  {
    name: 'the problems',
    call: 'library.problems',
    failed: /^The problems could not be read\. /,
    open: (page) => page.getByTestId('problems-button').click(),
    place: (page) => page.getByTestId('problems'),
    known: (page) => page.getByTestId('problem').first(),
  },
];

for (const { name, call, failed, open, place, known } of PLACES) {
  test(`${name} say that they are coming, and why they are not`, async ({ launch, folder }) => {
    const { app, page } = await launch({ mediaDirs: [folder] });
    await untilComplete(page);
    const let1 = await hold(app, call);
    await open(page);
    const box = () => place(page).boundingBox();
    const words = place(page).getByRole('status').first();
    await expect(words).toHaveText(LOADING);
    await expect(known(page)).toHaveCount(0);
    const before = await box();
    await let1('fail');
    await expect(words).toHaveText(failed);
    expect(await box()).toEqual(before);
    await place(page).getByTestId('ask-again').focus();
    await page.keyboard.press('Enter');
    await expect(known(page)).toBeVisible();
    await expect(place(page).getByTestId('ask-again')).toHaveCount(0);
    expect(await box()).toEqual(before);
    // The keyboard is still in it.
    expect(await place(page).evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    await expect(place(page)).toHaveCount(0);
  });
}

test('the info panel keeps what is read in its place while details come, fail, and come again', async ({
  launch,
  folder,
}) => {
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  await (await reveal(page, 'rue.jpg')).click();
  await expect(page.getByTestId('viewer-image')).toBeVisible();
  const info = page.getByTestId('viewer-info');
  const words = info.getByTestId('pending').getByRole('status');
  const places = () =>
    info.evaluate((panel) => {
      const parts = [...panel.querySelectorAll('[data-fact], [role="group"], button:not([data-testid])')];
      const known = parts.filter(
        (one) => one.closest('[data-testid="place-map"], [data-testid="pending"]') === null,
      );
      return Object.fromEntries(
        known.map((one) => [
          one.querySelector('dt')?.textContent ?? one.textContent,
          one.getBoundingClientRect().top,
        ]),
      );
    });
  const letDetails = await hold(app, 'library.details');
  await page.keyboard.press('i');
  await expect(words).toHaveText(LOADING);
  await expect(info.locator('[data-fact="taken"] dd')).toHaveText(/from the camera$/);
  const early = await places();
  await letDetails('fail');
  await expect(words).toHaveText(/could not be read\. The file cannot be read\.$/);
  expect(await places()).toEqual(early);
  await info.getByTestId('ask-again').click();
  await expect(info.getByTestId('place-map')).toBeVisible();
  expect(await places()).toMatchObject(early);
  await expect(info.getByTestId('pending')).toHaveCount(0);
});

test('details that could not be had come by themselves when the library is back', async ({
  launch,
  folder,
}) => {
  test.skip(process.platform === 'win32', 'There are no signals that stop a process.');
  const { app, page } = await launch({ mediaDirs: [folder], args: ['--no-cache'] });
  await untilComplete(page);
  const pid = await app.evaluate(({ app: electron }) => {
    const found = electron
      .getAppMetrics()
      .find(({ serviceName, name }) => [serviceName, name].includes('Home Gallery library'));
    return found!.pid;
  });
  await tile(page, 'rue.jpg').click();
  await expect(page.getByTestId('viewer-image')).toBeVisible();
  process.kill(pid, 'SIGSTOP');
  await page.keyboard.press('i');
  const info = page.getByTestId('viewer-info');
  await expect(info.getByTestId('pending').getByRole('status')).toHaveText(LOADING);
  process.kill(pid, 'SIGKILL');
  await expect(info.getByTestId('place-map')).toBeVisible();
});
