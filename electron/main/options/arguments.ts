// Runs in main: reads what stands on the command line. Switches of Chromium and Node that stand among ours are left alone.

import { resolve } from 'node:path';
import { Command, CommanderError, Option as Flag } from 'commander';
import { GONE_FLAGS, OPTION_NAMES, OPTIONS, type OptionName } from '../../shared/options.js';
import { en } from '../../shared/texts/en/index.js';
import { COMMANDS, type CommandName } from './commands.js';
import { nearest } from './nearest.js';
import { takes } from './schema.js';

/** Thrown for a value that cannot be used; the message is one line that names it, what it got and what it takes. */
export class ConfigError extends Error {}

/** A command without a window. */
export interface AskedCommand {
  readonly name: CommandName;
  readonly path: string | null;
  readonly json: boolean;
}

export interface Arguments {
  /** What a flag said: several texts for a list, a boolean for a switch. */
  readonly flags: Partial<Record<OptionName, string | boolean | readonly string[]>>;
  /** Folders that were named without a flag. */
  readonly folders: readonly string[];
  readonly command: AskedCommand | null;
  /** To be printed instead of anything else. */
  readonly print: string | null;
  /** Lines about flags that have no effect here. */
  readonly notes: readonly string[];
}

export interface ArgumentsFrom {
  readonly argv: readonly string[];
  readonly cwd: string;
  /** The app's own folder, which an unpackaged Electron gets as an argument. */
  readonly appPath: string;
  readonly version: string;
}

const FLAG_NAMES = new Map(
  OPTION_NAMES.flatMap((name) => {
    const { flag, type } = OPTIONS[name];
    if (flag === null) return [];
    return type.kind === 'switch'
      ? [[flag, name] as const, [flag.replace(/^no-/, ''), name] as const]
      : [[flag, name] as const];
  }),
);
const OTHERS = new Set(['help', 'version', 'json', ...Object.keys(GONE_FLAGS)]);
const SHORT = new Set(['-h', '-V']);

const takesValue = (flag: string): boolean => {
  const name = FLAG_NAMES.get(flag);
  if (name !== undefined) return OPTIONS[name].type.kind !== 'switch';
  return Object.hasOwn(GONE_FLAGS, flag) && GONE_FLAGS[flag as keyof typeof GONE_FLAGS].takesValue;
};

/** What is ours: our flags with their values, and what is no flag at all. */
function ours({ argv, cwd, appPath }: ArgumentsFrom): string[] {
  const kept: string[] = [];
  const rest = argv.slice(1);
  for (let index = 0; index < rest.length; index++) {
    const part = rest[index]!;
    const flag = /^--([^=]+)/.exec(part)?.[1];
    if (flag !== undefined && Object.hasOwn(GONE_FLAGS, flag)) {
      // Whatever is given with it has no effect either.
      const operand = !part.includes('=') && takesValue(flag) ? rest[index + 1] : undefined;
      if (operand !== undefined && !operand.startsWith('-')) index++;
    } else if (flag !== undefined && (FLAG_NAMES.has(flag) || OTHERS.has(flag))) {
      const given = part.slice(flag.length + 3);
      if (part.includes('=') && !takesValue(flag))
        throw new ConfigError(`--${flag} got "${given}"; it takes no value.`);
      kept.push(part);
      if (part.includes('=') || !takesValue(flag)) continue;
      const value = rest[index + 1];
      if (value === undefined || value.startsWith('--')) throw needsValue(flag);
      kept.push(value);
      index++;
    } else if (SHORT.has(part)) kept.push(part);
    else if (flag !== undefined) refuseMistyped(flag);
    else if (!part.startsWith('-') && part !== '' && resolve(cwd, part) !== resolve(appPath)) kept.push(part);
  }
  return kept;
}

/** Chromium would pass over it in silence, and the app would do something else than was asked. */
function refuseMistyped(flag: string): void {
  const meant = nearest(flag, [...FLAG_NAMES.keys(), ...OTHERS]);
  if (meant !== null) throw new ConfigError(`--${flag} is not known. Did you mean --${meant}?`);
}

function needsValue(flag: string): ConfigError {
  const name = FLAG_NAMES.get(flag);
  return new ConfigError(`--${flag} needs ${name === undefined ? 'a value' : takes(OPTIONS[name].type)}.`);
}

/**
 * Reads the command line.
 * @throws ConfigError
 */
export function readArguments(from: ArgumentsFrom): Arguments {
  let print = '';
  const program = describe(new Command(), from.version).configureOutput({
    writeOut: (text) => (print += text),
    writeErr: () => undefined,
  });
  let command: AskedCommand | null = null;
  for (const [name, { path, about }] of Object.entries(COMMANDS)) {
    program
      .command(path ? `${name} <PATH>` : name)
      .description(about)
      .option('--json', 'Prints one JSON object instead, for scripts')
      .action((...args: unknown[]) => {
        const options = args[path ? 1 : 0] as { json?: boolean };
        const named = path ? resolve(from.cwd, String(args[0])) : null;
        command = { name: name as CommandName, path: named, json: options.json === true };
      });
  }
  let folders: string[] = [];
  program.argument('[FOLDERS...]', 'Folders with photos and videos to open').action((named: string[]) => {
    folders = named;
  });
  try {
    program.parse(ours(from), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0)
      throw new ConfigError(error.message.replace(/^error: /, '').replace(/\.?$/, '.'));
    return { flags: {}, folders: [], command: null, print, notes: [] };
  }
  const given = program.opts<Record<string, string | boolean | string[]>>();
  const isGiven = (key: string) => program.getOptionValueSource(key) === 'cli';
  const flags: Partial<Record<OptionName, string | boolean | string[]>> = {};
  for (const name of OPTION_NAMES) {
    const key = keyOf(name);
    if (key !== null && isGiven(key)) flags[name] = given[key]!;
  }
  const notes = Object.entries(GONE_FLAGS)
    .filter(([flag]) => from.argv.some((part) => part === `--${flag}` || part.startsWith(`--${flag}=`)))
    .map(([flag, { why }]) => `--${flag} ${WHY_GONE[why]}`);
  return { flags, folders, command, print: null, notes };
}

const WHY_GONE = {
  server: 'was for the server of Py Home Gallery and has no effect: this app listens on no network.',
  ffmpeg: 'has no effect: this app starts without ffmpeg as well, and says so where a video needs it.',
} as const;

/** The key under which commander keeps an option: `no-cache` is about `cache`. */
function keyOf(name: OptionName): string | null {
  const { flag, type } = OPTIONS[name];
  if (flag === null) return null;
  const positive = type.kind === 'switch' ? flag.replace(/^no-/, '') : flag;
  return positive.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Our flags, as commander and `--help` know them. */
function describe(program: Command, version: string): Command {
  program
    .name('home-gallery')
    .description(en.welcome)
    .exitOverride()
    .allowExcessArguments(false)
    .version(version, '-V, --version', 'Prints the version')
    .helpOption('-h, --help', 'Prints this help')
    .helpCommand(false)
    .enablePositionalOptions(false);
  for (const name of OPTION_NAMES) {
    const { flag, type, ...rest } = OPTIONS[name];
    if (flag === null) continue;
    const operand = 'operand' in rest ? ` <${rest.operand}>` : '';
    const option = new Flag(`--${flag}${operand}`, aboutFlag(name));
    if (type.kind === 'folders') option.argParser((value, before?: string[]) => [...(before ?? []), value]);
    program.addOption(option);
    if (type.kind === 'switch') program.addOption(new Flag(`--${flag.replace(/^no-/, '')}`).hideHelp());
  }
  return program.addHelpText('after', AFTER_HELP);
}

/** What a flag does; what an option does that has none. The flag of a switch turns it off. */
export function whatFlagDoes(name: OptionName): string {
  const words = en.options[name];
  return OPTIONS[name].flag !== null && 'off' in words ? words.off : words.about;
}

/** One line about a flag: what it does, what it takes, what holds without it. */
export function aboutFlag(name: OptionName): string {
  const { type, fallback } = OPTIONS[name];
  const about = whatFlagDoes(name);
  switch (type.kind) {
    case 'whole':
      return `${about} (${type.min} to ${type.max}; ${String(fallback)})`;
    case 'choice':
      return `${about} (${type.of.join(', ')}; ${String(fallback)})`;
    case 'switch':
    case 'folder':
    case 'file':
    case 'folders':
      return about;
  }
}

const AFTER_HELP = `
Each flag has a variable: HOME_GALLERY_CACHE_TTL for --cache-ttl, and so on; those of Py Home Gallery
(PY_HOME_GALLERY_CACHE_TTL) are read when ours are absent. Flags go before variables, variables before what is
saved in the settings (Ctrl+,). Switches of Chromium, such as --no-sandbox, are left alone.`;
