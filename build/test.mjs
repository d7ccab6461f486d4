// @ts-check
// `npm test`: everything that can be checked, from a clean clone. `.ci/run` calls it and nothing else.

import { prepareElectron } from './electron.mjs';
import { build, format, lint, playwright, types, unit } from './steps/checks.mjs';
import { openDisplay } from './steps/display.mjs';
import { install } from './steps/install.mjs';
import { packageStep } from './steps/pack.mjs';
import { runScript } from './steps/say.mjs';
import { runSteps, summarise } from './steps/sequence.mjs';
import { prepareSystem } from './steps/system.mjs';

await runScript(async () => {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  console.log('== set-up');
  await install();
  const electron = await prepareElectron();
  await prepareSystem(electron.binary, { ffmpeg: true, tests: true });
  const display = await openDisplay();
  try {
    const done = await runSteps([
      [format, lint, types],
      unit(counts),
      build,
      playwright('end-to-end tests', 'app', counts),
      packageStep(electron),
      playwright('packaged app', 'packaged', counts),
    ]);
    return summarise(done, counts);
  } finally {
    await display.stop();
  }
});
