// Runs in the build scripts and in tests: docs/keys.md, made from the table of commands that the window and the sheet of
// shortcuts are made from.

import { linesOf } from '../../renderer/commands/sheet.js';
import { GROUPS } from '../../renderer/commands/table.js';
import { texts } from '../../renderer/texts.js';

/** A table for each part of the sheet, as Markdown. */
export const keysTables = (): string =>
  GROUPS.map((group) => {
    const rows = linesOf(group, false).map(({ name, keys }) => `| ${name} | ${keys.map(code).join(' ')} |`);
    return [`## ${texts.commandGroups[group]}`, '', '| What | Keys |', '| --- | --- |', ...rows].join('\n');
  }).join('\n\n');

const code = (key: string): string => `\`${key}\``;
