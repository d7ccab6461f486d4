// @ts-check
// `npm run audit`: asks the registry for known weaknesses in the locked packages, as a release demands. It needs the network,
// so that it is no part of `npm test`.

import { judge, LEVELS } from './steps/audit.mjs';
import { npm } from './steps/run.mjs';
import { runScript, say, Stop } from './steps/say.mjs';

await runScript(async () => {
  for (const { what, args, from } of LEVELS) {
    const { stdout } = await npm(['audit', '--json', ...args], { output: 'collect' });
    const { answered, found } = judge(stdout, from);
    if (!answered) throw new Stop('The registry does not answer to audits: nothing was checked.');
    if (found.length > 0) throw new Stop(`Known weaknesses in ${what}:\n${found.join('\n')}`);
    say(`No known weakness (${from} or worse) in ${what}`);
  }
});
