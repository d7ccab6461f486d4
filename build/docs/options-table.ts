// Runs in the build scripts and in tests: the parts of documents that are made from the code. Those of
// docs/configuration.md come from the table of options that the parser, `--help` and the settings dialog are made from.

import { whatFlagDoes } from '../../electron/main/options/arguments.js';
import { takes } from '../../electron/main/options/schema.js';
import { COMMANDS } from '../../electron/main/options/commands.js';
import {
  DEVELOPER_VARIABLES,
  OPTION_NAMES,
  OPTIONS,
  type OptionName,
} from '../../electron/shared/options.js';
import { keysTables } from './keys-table.js';
import { en } from '../../electron/shared/texts/en/index.js';

/** The name of a part that is made: it stands between `<!-- NAME -->` and `<!-- end of NAME -->`. */
export type MadePart = 'options' | 'commands' | 'keys' | 'variables';

/** What stands in each part, as Markdown. */
export const PARTS: Readonly<Record<MadePart, () => string>> = {
  options: optionsTable,
  commands,
  keys: keysTables,
  variables: developerVariables,
};

/** The documents with made parts, by their path from the folder of documents, and the parts in them. */
export const MADE_IN: Readonly<Record<string, readonly MadePart[]>> = {
  'configuration.md': ['options', 'commands'],
  'keys.md': ['keys'],
  'contributing.md': ['variables'],
};

/** The text of a document with all its made parts made anew. */
export function withParts(text: string): string {
  return Object.entries(PARTS).reduce(
    (made, [name, make]) =>
      made.replace(
        new RegExp(`(<!-- ${name} -->\n).*?(<!-- end of ${name} -->)`, 's'),
        (_, begin: string, end: string) => `${begin}\n${make()}\n\n${end}`,
      ),
    text,
  );
}

function optionsTable(): string {
  const rows = OPTION_NAMES.map((name) => [
    flagOf(name),
    variableOf(name),
    whatFlagDoes(name),
    takes(OPTIONS[name].type),
    defaultOf(name),
    placeOf(name),
  ]);
  const head = ['Flag', 'Variable', 'What it does', 'Takes', 'Default', 'In the settings'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function flagOf(name: OptionName): string {
  const { flag, ...rest } = OPTIONS[name];
  if (flag === null) return 'none';
  return 'operand' in rest ? `\`--${flag} ${rest.operand}\`` : `\`--${flag}\``;
}

function variableOf(name: OptionName): string {
  const { variable } = OPTIONS[name];
  return variable === null ? 'none' : `\`HOME_GALLERY_${variable}\``;
}

function defaultOf(name: OptionName): string {
  const { fallback, type } = OPTIONS[name];
  if (type.kind === 'switch') return fallback === true ? 'on' : 'off';
  if (type.kind === 'file') return 'found by itself';
  if (fallback === null) return 'the usual place';
  return Array.isArray(fallback) ? 'those opened last' : `${String(fallback)}`;
}

function placeOf(name: OptionName): string {
  const { group, applies } = OPTIONS[name];
  if (group === null) return 'only at the start';
  const label = `${en.settingsGroups[group]}: ${en.options[name].name}`;
  return applies === 'now' ? label : `${label} (after a restart)`;
}

function developerVariables(): string {
  return Object.values(DEVELOPER_VARIABLES)
    .map(({ variable, about }) => `- \`HOME_GALLERY_${variable}\`: ${about}`)
    .join('\n');
}

function commands(): string {
  return Object.entries(COMMANDS)
    .map(([name, { path, about }]) => `- \`home-gallery ${path ? `${name} PATH` : name}\`: ${about}`)
    .join('\n');
}
