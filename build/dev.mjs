// @ts-check
// `npm run dev`: the app with its page served hot, and with everything behind the page rebuilt and restarted
// when its sources change. Ends when the window is closed.

import { prepareElectron } from './electron.mjs';
import { openDisplay } from './steps/display.mjs';
import { install } from './steps/install.mjs';
import { machineSwitches } from './steps/launch.mjs';
import { inRoot } from './steps/paths.mjs';
import { restartable } from './steps/restartable.mjs';
import { runScript, say } from './steps/say.mjs';
import { prepareSystem } from './steps/system.mjs';
import { watchBundles } from './steps/watch-bundles.mjs';

await runScript(async () => {
  await install();
  const electron = await prepareElectron();
  await prepareSystem(electron.binary, { ffmpeg: true });
  const display = await openDisplay();
  const { createServer } = await import('vite');
  const server = await createServer({
    configFile: inRoot('vite.config.ts'),
    // An address instead of a name: the app looks up no names.
    server: { host: '127.0.0.1', port: 5173, strictPort: false },
    clearScreen: false,
  });
  await server.listen();
  const url = server.resolvedUrls?.local[0] ?? '';
  say(`The page is served at ${url}`);
  const app = restartable({
    binary: electron.binary,
    args: [...machineSwitches(display.virtual), ...process.argv.slice(2)],
    cwd: process.env['INIT_CWD'] ?? process.cwd(),
    env: { ...process.env, HOME_GALLERY_DEV_URL: url },
  });
  const bundles = await watchBundles(['node', 'preload'], () => app.restart());
  try {
    return await app.closed;
  } finally {
    await bundles.close();
    await server.close();
    await display.stop();
  }
});
