// @ts-check
// `npm start`: from a clean clone to the open window. Arguments go to the app: `npm start -- --media-dir PATH`.

import { prepareElectron } from './electron.mjs';
import { bundleIfStale } from './steps/bundle.mjs';
import { openDisplay } from './steps/display.mjs';
import { install } from './steps/install.mjs';
import { launchApp, machineSwitches } from './steps/launch.mjs';
import { runScript } from './steps/say.mjs';
import { prepareSystem } from './steps/system.mjs';

await runScript(async () => {
  await install();
  const electron = await prepareElectron();
  await prepareSystem(electron.binary, { ffmpeg: true });
  await bundleIfStale();
  const display = await openDisplay();
  try {
    return await launchApp({
      binary: electron.binary,
      args: [...machineSwitches(display.virtual), ...process.argv.slice(2)],
      // The folder where npm was called, so that a relative path means what the person meant.
      cwd: process.env['INIT_CWD'] ?? process.cwd(),
    });
  } finally {
    await display.stop();
  }
});
