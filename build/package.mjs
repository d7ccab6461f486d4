// @ts-check
// `npm run package`: the unpacked build in `release/`, for this system.

import { prepareElectron } from './electron.mjs';
import { bundleIfStale } from './steps/bundle.mjs';
import { install } from './steps/install.mjs';
import { pack } from './steps/pack.mjs';
import { runScript, say, warn } from './steps/say.mjs';

await runScript(async () => {
  await install();
  const electron = await prepareElectron();
  await bundleIfStale();
  say(`The unpacked build is in ${await pack(electron)}`);
  if (electron.source === 'fallback')
    warn('It holds the stand-in Electron: for testing only, not for release.');
});
