// Runs in main: what this start was asked for, by flags and environment.

import { delimiter, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LANGUAGE_CODES, type Language } from '../shared/texts/languages.js';

export interface Config {
  /** Absolute folders from flags, plain arguments or the environment, in that order of preference. */
  readonly mediaDirs: readonly string[];
  readonly userDataDir: string | null;
  readonly thumbnailDir: string | null;
  /** Number of thumbnail workers; 0 when they are switched off. */
  readonly workers: number;
  readonly cacheEnabled: boolean;
  /** Seconds a folder's listing is trusted without another look at the disk. */
  readonly cacheTtl: number;
  /** Null: as saved, otherwise that of the system. */
  readonly language: Language | null;
  /** Path of ffmpeg, when one was named. */
  readonly ffmpeg: string | null;
  /** The dev server's URL; only honoured by an unpackaged app. */
  readonly devUrl: string | null;
}

export interface StartedWith {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths are relative to. */
  readonly cwd: string;
  /** The app's own folder, which an unpackaged Electron gets as an argument. */
  readonly appPath: string;
}

/** Thrown for a value that cannot be used; the message names it. */
export class ConfigError extends Error {}

const DEFAULT_WORKERS = 2;
const DEFAULT_TTL = 300;

/**
 * Reads flags and environment. Flags of Chromium and Node that stand among ours are left alone.
 *
 * @throws ConfigError with one line that names the flag, what it got and what it takes
 */
export function readConfig({ argv, env, cwd, appPath }: StartedWith): Config {
  const { values, positionals } = parseArgs({
    args: argv.slice(1),
    strict: false,
    allowPositionals: true,
    options: {
      'media-dir': { type: 'string', multiple: true },
      'user-data-dir': { type: 'string' },
      'thumbnail-dir': { type: 'string' },
      'worker-threads': { type: 'string' },
      'no-worker': { type: 'boolean' },
      'cache-ttl': { type: 'string' },
      'no-cache': { type: 'boolean' },
      language: { type: 'string' },
    },
  });
  const text = (flag: string, variable: string): string | undefined => {
    const value = values[flag];
    if (value === true) throw new ConfigError(`--${flag} needs a value.`);
    return typeof value === 'string' ? value : env[variable];
  };
  const isOn = (flag: string, variable: string): boolean =>
    values[flag] !== true && env[variable]?.toLowerCase() !== 'false';
  const folder = (path: string) => resolve(cwd, path);
  const flagged = values['media-dir'] ?? [];
  if (flagged.includes(true)) throw new ConfigError('--media-dir needs a folder.');
  const plain = positionals.filter((part) => resolve(cwd, part) !== resolve(appPath));
  const named = [...(flagged as string[]), ...plain];
  const fromEnv = (env['HOME_GALLERY_MEDIA_DIR'] ?? '').split(delimiter).filter((part) => part !== '');
  const workers = wholeNumber(
    'worker-threads',
    text('worker-threads', 'HOME_GALLERY_WORKER_THREADS'),
    DEFAULT_WORKERS,
    1,
    32,
  );
  const thumbnailDir = text('thumbnail-dir', 'HOME_GALLERY_THUMB_DIR');
  const userDataDir = text('user-data-dir', 'HOME_GALLERY_USER_DATA_DIR');
  return {
    mediaDirs: (named.length > 0 ? named : fromEnv).map(folder),
    userDataDir: userDataDir === undefined ? null : folder(userDataDir),
    thumbnailDir: thumbnailDir === undefined ? null : folder(thumbnailDir),
    workers: isOn('no-worker', 'HOME_GALLERY_WORKER_ENABLED') ? workers : 0,
    cacheEnabled: isOn('no-cache', 'HOME_GALLERY_CACHE_ENABLED'),
    cacheTtl: wholeNumber(
      'cache-ttl',
      text('cache-ttl', 'HOME_GALLERY_CACHE_TTL'),
      DEFAULT_TTL,
      1,
      31_536_000,
    ),
    language: languageFrom(text('language', 'HOME_GALLERY_LANGUAGE')),
    ffmpeg: env['HOME_GALLERY_FFMPEG'] ?? null,
    devUrl: env['HOME_GALLERY_DEV_URL'] ?? null,
  };
}

function wholeNumber(
  flag: string,
  value: string | undefined,
  fallback: number,
  min: number,
  max: number,
): number {
  if (value === undefined) return fallback;
  const number = Number(value);
  if (Number.isInteger(number) && number >= min && number <= max) return number;
  throw new ConfigError(`--${flag} got "${value}"; it takes a whole number from ${min} to ${max}.`);
}

function languageFrom(value: string | undefined): Language | null {
  if (value === undefined) return null;
  const known = LANGUAGE_CODES.find((code) => code === value.toLowerCase());
  if (known) return known;
  throw new ConfigError(`--language got "${value}"; it takes ${LANGUAGE_CODES.join(' or ')}.`);
}
