// @ts-check
// `npm start`: from a clean clone to the open window. Arguments go to the app: `npm start -- --media-dir PATH`.

import { launchApp, machineSwitches } from './steps/launch.mjs';
import { runScript } from './steps/say.mjs';
import { inSession } from './steps/session.mjs';

await runScript(() =>
  inSession(({ binary, virtual }) =>
    launchApp({
      binary,
      args: [...machineSwitches(virtual), ...process.argv.slice(2)],
      // The folder where npm was called, so that a relative path means what the person meant.
      cwd: process.env['INIT_CWD'] ?? process.cwd(),
    }),
  ),
);
