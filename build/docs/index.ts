// `npm run docs`: writes the parts of the documents that are made from the code.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { MADE_IN, withParts } from './options-table.js';

for (const name of Object.keys(MADE_IN)) {
  const file = join(import.meta.dirname, '../../docs', name);
  const config = await resolveConfig(file);
  const made = await format(withParts(readFileSync(file, 'utf8')), { ...config, filepath: file });
  writeFileSync(file, made);
}
