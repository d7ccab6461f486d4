// @ts-check
// `npm run bench`: measures the app against something real. The benches themselves are bench/index.ts.

import { runScript } from './steps/say.mjs';
import { runTypeScript } from './steps/session.mjs';

await runScript(() => runTypeScript('bench/index.ts'));
