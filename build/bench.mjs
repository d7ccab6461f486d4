// @ts-check
// `npm run bench`: measures the app against something real. The benches themselves are bench/index.ts.

import { prepareElectron } from './electron.mjs';
import { bundleIfStale } from './steps/bundle.mjs';
import { openDisplay } from './steps/display.mjs';
import { install } from './steps/install.mjs';
import { inRoot } from './steps/paths.mjs';
import { tool } from './steps/run.mjs';
import { runScript } from './steps/say.mjs';
import { prepareSystem } from './steps/system.mjs';

await runScript(async () => {
  await install();
  const electron = await prepareElectron();
  await prepareSystem(electron.binary, { ffmpeg: true });
  await bundleIfStale();
  const display = await openDisplay();
  try {
    return (await tool('tsx/dist/cli.mjs', [inRoot('bench/index.ts'), ...process.argv.slice(2)])).code;
  } finally {
    await display.stop();
  }
});
