// @ts-check
// Runs in the build scripts: what signing needs, as a workflow hands it over. A secret that is not set comes as an empty
// text, which electron-builder would take for one; and the key for notarisation must be a file.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything a release may be given; .github/workflows/release.yml hands over the same. */
export const SECRETS = /** @type {const} */ ([
  'CSC_LINK',
  'CSC_KEY_PASSWORD',
  'WIN_CSC_LINK',
  'WIN_CSC_KEY_PASSWORD',
  'APPLE_API_KEY',
  'APPLE_API_KEY_ID',
  'APPLE_API_ISSUER',
]);

/**
 * Puts the environment right. Answers what is signed, in words.
 * @param {NodeJS.ProcessEnv} env is changed
 * @param {string} folder for the key, which only this user may read
 */
export function prepareSecrets(env, folder) {
  for (const name of SECRETS) if (env[name] === '') delete env[name];
  const key = env['APPLE_API_KEY'];
  if (key?.includes('PRIVATE KEY')) {
    const file = join(folder, 'notarisation.p8');
    writeFileSync(file, key, { mode: 0o600 });
    env['APPLE_API_KEY'] = file;
  }
  // Without a certificate nothing is looked for in the machine's own keys.
  if (!env['CSC_LINK'] && !env['WIN_CSC_LINK']) env['CSC_IDENTITY_AUTO_DISCOVERY'] = 'false';
  return env['CSC_LINK'] || env['WIN_CSC_LINK'] ? 'signed' : 'not signed';
}
