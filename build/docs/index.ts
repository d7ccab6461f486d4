// `npm run docs`: writes the parts of the documents that are made from the code.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { withParts } from './options-table.js';

const file = join(import.meta.dirname, '../../docs/configuration.md');
const config = await resolveConfig(file);
const made = await format(withParts(readFileSync(file, 'utf8')), { ...config, filepath: file });
writeFileSync(file, made);
