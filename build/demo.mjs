// @ts-check
// `npm run demo`: from a clean clone to the app on a made-up library, with screenshots. The journey itself is e2e/demo.ts.

import { runScript } from './steps/say.mjs';
import { runTypeScript } from './steps/session.mjs';

await runScript(() => runTypeScript('e2e/demo.ts'));
