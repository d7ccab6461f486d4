// Every command is given in an end-to-end test: the sources of the tests are read for its name.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { COMMAND_IDS, type CommandId } from './table.js';

/** Pressed elsewhere: the menu of the system hears it (e2e/look.spec.ts), as main opens the log (e2e/logs.spec.ts). */
const ELSEWHERE: readonly CommandId[] = ['fullScreen', 'openLog'];

it('every command is given in an end-to-end test', () => {
  const folder = join(import.meta.dirname, '../../e2e');
  const journeys = readdirSync(folder)
    .filter((name) => /^commands-.*\.spec\.ts$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const given = (id: CommandId) =>
    journeys.includes(`'${id}'`) || new RegExp(`^ +${id}: '`, 'm').test(journeys);
  expect(COMMAND_IDS.filter((id) => !given(id) && !ELSEWHERE.includes(id))).toEqual([]);
});
