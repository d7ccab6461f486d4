// @ts-check
// Read by electron-builder: what goes into the packages, and which packages there are.

import { configuration } from './packaging/config.mjs';

export default configuration(process.env, process.platform);
