// Runs in main: what this start was asked for, by command line and environment.

import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { developerVariable, type OptionValues } from '../shared/options.js';
import { readArguments, type Arguments, type ArgumentsFrom } from './options/arguments.js';
import type { Options } from './options/options.js';
import { readForced, type ForcedOptions } from './options/resolve.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** What holds before anything is known that was saved. */
export interface Asked extends Pick<Arguments, 'command' | 'print'> {
  readonly forced: ForcedOptions;
  /** Absolute paths of files and folders to be shown: plain arguments, which is what "Open with" gives. */
  readonly opened: readonly string[];
  /** Lines about what has no effect, for the terminal. */
  readonly notes: readonly string[];
}

/**
 * Reads command line and environment. Switches of Chromium and Node are left alone.
 * @throws ConfigError with one line for the terminal
 */
export function readAsked(from: ArgumentsFrom & { readonly env: Environment }): Asked {
  const { command, print, flags, folders, notes } = readArguments(from);
  if (print !== null) return { command, print, forced: {}, opened: [], notes };
  const told = [...notes];
  const forced = readForced({ flags, folders: [] }, from.env, from.cwd, told);
  const opened = folders.map((part) => pathOf(part, from.cwd));
  return { command, print, forced, opened, notes: told };
}

/** A plain argument as a path: desktops on Linux hand over files as `file://` addresses. */
function pathOf(argument: string, cwd: string): string {
  if (!/^file:\/\//i.test(argument)) return resolve(cwd, argument);
  try {
    return fileURLToPath(argument);
  } catch {
    // An address of another machine, or none at all: it is told as a file that does not exist.
    return resolve(cwd, argument);
  }
}

/** What services need to know when they are made. */
export interface Config extends Pick<OptionValues, 'mediaDirs' | 'thumbnailDir' | 'cacheTtl' | 'ffmpeg'> {
  /** Number of thumbnail workers; 0 when they are switched off. */
  readonly workers: number;
  readonly cacheEnabled: boolean;
  /** The dev server's URL; only honoured by an unpackaged app. */
  readonly devUrl: string | null;
}

export function configOf(options: Options, env: Environment): Config {
  return {
    mediaDirs: options.get('mediaDirs'),
    thumbnailDir: options.get('thumbnailDir'),
    workers: options.get('workers') ? options.get('workerThreads') : 0,
    cacheEnabled: options.get('cache'),
    cacheTtl: options.get('cacheTtl'),
    ffmpeg: options.get('ffmpeg'),
    devUrl: developerVariable('devUrl', env) ?? null,
  };
}
