// The window itself: minimized by its key, and there again after a restart as it was left: as large, where it stood, maximized or not.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Gallery } from './app.js';
import { pressInSystem } from './commands.js';
import { expect, test } from './fixtures.js';
import { hasWindowManager, startWindowManager } from './window-manager.js';

const PLACE = { x: 120, y: 90, width: 900, height: 640 };

const stateOf = ({ app }: Gallery) =>
  app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]!;
    return { minimized: window.isMinimized(), maximized: window.isMaximized() };
  });
const placeOf = ({ app }: Gallery) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds());
const tell = ({ app }: Gallery, what: 'maximize' | 'unmaximize' | 'restore') =>
  app.evaluate(({ BrowserWindow }, method) => BrowserWindow.getAllWindows()[0]![method](), what);

let endWindowManager = () => undefined as void;
test.beforeAll(() => {
  test.skip(!hasWindowManager(), 'Nothing here minimizes or maximizes a window.');
  endWindowManager = startWindowManager();
});
test.afterAll(() => endWindowManager());

test('a window is minimized by its key, and stays maximized over restarts without losing its usual size', async ({
  launch,
}) => {
  const first = await launch();
  await first.app.evaluate(
    ({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]!.setBounds(place),
    PLACE,
  );
  // A person looks at it before it is maximized.
  const file = join(first.userDataDir, 'settings.json');
  const kept = () => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  await expect.poll(kept).toMatch(/"width":\s*900/);
  // The window manager may still be coming.
  await expect(async () => {
    await tell(first, 'maximize');
    await expect.poll(() => stateOf(first), { timeout: 2000 }).toMatchObject({ maximized: true });
  }).toPass();
  await pressInSystem(first.app, 'M', 'mod');
  await expect.poll(() => stateOf(first)).toMatchObject({ minimized: true });
  await tell(first, 'restore');
  await expect.poll(() => stateOf(first)).toEqual({ minimized: false, maximized: true });
  await first.close();

  // Twice: what is kept of a window that was opened maximized is its usual size as well.
  const second = await launch();
  await expect.poll(() => stateOf(second)).toEqual({ minimized: false, maximized: true });
  await second.close();
  const third = await launch();
  await expect.poll(() => stateOf(third)).toEqual({ minimized: false, maximized: true });
  await tell(third, 'unmaximize');
  await expect.poll(() => placeOf(third)).toEqual(PLACE);
  await third.close();

  const fourth = await launch();
  await expect.poll(() => placeOf(fourth)).toEqual(PLACE);
  expect(await stateOf(fourth)).toEqual({ minimized: false, maximized: false });
});
