// Renderer: the table of commands as people read it: lines of a name and keys, for the sheet of shortcuts and the documents.

import { texts } from '../texts.js';
import { isMac, shown } from './keys.js';
import { OWN_KEYS, type OwnGroup } from './own-keys.js';
import { COMMAND_IDS, commandName, keysOf, specOf, type CommandId, type Group } from './table.js';

export interface Line {
  readonly name: string;
  readonly keys: readonly string[];
}

/**
 * The lines of a group, with those of other groups that belong here as well; commands that share a row are one. Last come keys that
 * the part of the window hears by itself.
 */
export function linesOf(group: Group, mac = isMac()): readonly Line[] {
  const lines = new Map<string, Line>();
  for (const id of COMMAND_IDS.filter((one) => isIn(one, group))) {
    const { row } = specOf(id);
    const name = row ? texts.commandRows[row] : nameOf(id);
    const known = lines.get(name);
    // The same key without Shift is the same to a person.
    const keys = keysOf(id, mac)
      .filter((one) => !/[=_]$/.test(one))
      .map((one) => shown(one, mac));
    lines.set(name, { name, keys: [...(known?.keys ?? []), ...(row ? keys.slice(0, 1) : keys.slice(0, 2))] });
  }
  return [...lines.values(), ...ownLines(group, mac)];
}

function ownLines(group: Group, mac: boolean): readonly Line[] {
  if (!isOwn(group)) return [];
  const names: Readonly<Record<string, string>> = texts.ownKeys[group];
  return Object.entries<readonly string[]>(OWN_KEYS[group]).map(([line, keys]) => ({
    name: names[line]!,
    keys: keys.map((key) => shown(key === ' ' ? 'Space' : key, mac)),
  }));
}

const isOwn = (group: Group): group is OwnGroup => Object.hasOwn(OWN_KEYS, group);

const isIn = (id: CommandId, group: Group): boolean =>
  specOf(id).group === group || specOf(id).also?.includes(group) === true;

const nameOf = (id: CommandId): string => commandName(id).replace(/\s?…$/, '');
