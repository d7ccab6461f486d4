// @ts-check
// `npm run check`: format, lint, types and unit tests; what to run before every commit.

import { format, lint, types, unit } from './steps/checks.mjs';
import { install } from './steps/install.mjs';
import { runScript } from './steps/say.mjs';
import { runSteps, summarise } from './steps/sequence.mjs';

await runScript(async () => {
  await install();
  const counts = { passed: 0, failed: 0, skipped: 0 };
  return summarise(await runSteps([[format, lint, types], unit(counts)]), counts);
});
