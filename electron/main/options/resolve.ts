// Runs in main: which value each option has, and where it came from: flags, then environment, then what is saved, then
// the table's own.

import { delimiter, resolve } from 'node:path';
import {
  isSaved,
  OPTION_NAMES,
  OPTIONS,
  type Chosen,
  type OptionName,
  type OptionValues,
} from '../../shared/options.js';
import { ConfigError, type Arguments } from './arguments.js';
import { isPath, readText, schemaOf, takes } from './schema.js';

/** Values by name, each with its source. */
export type ChosenOptions = { readonly [K in OptionName]: Chosen<OptionValues[K]> };
/** What flags and environment say: it holds for the whole run. */
export type ForcedOptions = { readonly [K in OptionName]?: Chosen<OptionValues[K]> };
export type SavedOptions = { readonly [K in OptionName]?: OptionValues[K] };

type Environment = Readonly<Record<string, string | undefined>>;
const PREFIXES = ['HOME_GALLERY_', 'PY_HOME_GALLERY_'] as const;

/**
 * Reads flags and environment.
 * @param notes gets a line about each value of the original's that cannot be followed
 * @throws ConfigError with one line that names the flag or our variable, what it got and what it takes
 */
export function readForced(
  { flags, folders }: Pick<Arguments, 'flags' | 'folders'>,
  env: Environment,
  cwd: string,
  notes: string[] = [],
): ForcedOptions {
  const forced: Partial<Record<OptionName, Chosen<unknown>>> = {};
  for (const name of OPTION_NAMES) {
    const { flag } = OPTIONS[name];
    const given = name === 'mediaDirs' ? listOf(flags[name], folders) : flags[name];
    if (given !== undefined) {
      forced[name] = { value: valueOf(name, `--${flag}`, given, cwd), source: 'flag', from: `--${flag}` };
      continue;
    }
    const variable = variableOf(name, env);
    if (variable === null) continue;
    const text = env[variable]!;
    if (isPicture(name, variable, text)) {
      notes.push(
        `${variable} names a picture, which is not shown here: HOME_GALLERY_PLACEHOLDER takes ${takes(OPTIONS[name].type)}.`,
      );
      continue;
    }
    const parts =
      OPTIONS[name].type.kind === 'folders' ? text.split(delimiter).filter((part) => part !== '') : text;
    try {
      forced[name] = { value: valueOf(name, variable, parts, cwd), source: 'environment', from: variable };
    } catch (error) {
      // Set for another program, which took more than we do: no reason not to start.
      if (!(error instanceof ConfigError) || !isOriginal(variable)) throw error;
      notes.push(`${error.message} It was passed over.`);
    }
  }
  return forced as ForcedOptions;
}

/** The value of every option. */
export function choose(forced: ForcedOptions, saved: SavedOptions): ChosenOptions {
  const chosen = OPTION_NAMES.map((name): [OptionName, Chosen<unknown>] => {
    const own = isSaved(name) ? saved[name] : undefined;
    if (forced[name]) return [name, forced[name]];
    if (own !== undefined) return [name, { value: own, source: 'saved', from: '' }];
    return [name, { value: OPTIONS[name].fallback, source: 'default', from: '' }];
  });
  return Object.fromEntries(chosen) as unknown as ChosenOptions;
}

/** What is saved and fits; names of the rest go to `wrong`. */
export function readSaved(kept: unknown, wrong: string[]): SavedOptions {
  const isObject = typeof kept === 'object' && kept !== null && !Array.isArray(kept);
  if (kept !== undefined && !isObject) wrong.push('options');
  const saved = isObject ? (kept as Readonly<Record<string, unknown>>) : {};
  const good = OPTION_NAMES.flatMap((name): [string, unknown][] => {
    const value = saved[name];
    if (value === undefined || !isSaved(name)) return [];
    if (schemaOf(name).safeParse(value).success) return [[name, value]];
    wrong.push(name);
    return [];
  });
  return Object.fromEntries(good);
}

/** What is saved under names that this version does not know: a later one may. */
export function readUnknown(kept: unknown): Readonly<Record<string, unknown>> {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return {};
  return Object.fromEntries(Object.entries(kept).filter(([name]) => !Object.hasOwn(OPTIONS, name)));
}

function listOf(
  given: string | boolean | readonly string[] | undefined,
  folders: readonly string[],
): readonly string[] | undefined {
  const all = [...(Array.isArray(given) ? (given as readonly string[]) : []), ...folders];
  return all.length > 0 ? all : undefined;
}

function variableOf(name: OptionName, env: Environment): string | null {
  const { variable } = OPTIONS[name];
  if (variable === null) return null;
  return PREFIXES.map((prefix) => prefix + variable).find((full) => (env[full] ?? '') !== '') ?? null;
}

/** Whether a variable is one of the original's. */
const isOriginal = (variable: string): boolean => variable.startsWith('PY_');

/** The original showed a picture from an address of the network; people who move over may have it set still. */
const isPicture = (name: OptionName, variable: string, text: string): boolean =>
  name === 'placeholder' && isOriginal(variable) && /[/.:]/.test(text);

function valueOf(
  name: OptionName,
  from: string,
  given: string | boolean | readonly string[],
  cwd: string,
): unknown {
  const { type } = OPTIONS[name];
  if (Array.isArray(given)) {
    const paths = given as readonly string[];
    // A variable of a script that is not set would otherwise add the folder it runs in.
    if (paths.some((path) => path.trim() === ''))
      throw new ConfigError(`${from} got ""; it takes ${takes(type)}.`);
    return paths.map((path) => resolve(cwd, path));
  }
  const value = typeof given === 'string' ? readText(type, given) : given;
  if (schemaOf(name).safeParse(value).success) {
    return isPath(type) ? resolve(cwd, String(value)) : value;
  }
  throw new ConfigError(`${from} got "${String(given)}"; it takes ${takes(type)}.`);
}
