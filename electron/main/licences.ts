// Runs in main: the licences of everything the app is made of, which the build has put beside the bundles.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Licence } from '../shared/licence.js';

/** @param folder of the bundles */
export async function readLicences(folder: string): Promise<readonly Licence[]> {
  return JSON.parse(await readFile(join(folder, 'licences.json'), 'utf8')) as Licence[];
}
