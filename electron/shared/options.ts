// Shared by main and the page: everything that can be configured, in one table. The parser of flags and environment, the
// saved settings, `--help`, the table in docs/configuration.md and the settings dialog are all made from it; the words of
// each option stand in the tables of texts (`options`).

import { LANGUAGE_CODES } from './texts/languages.js';

/** A whole number; `step` is what the dialog counts in. */
interface Whole {
  readonly kind: 'whole';
  readonly min: number;
  readonly max: number;
  readonly step: number;
}
interface Choice<T extends string = string> {
  readonly kind: 'choice';
  readonly of: readonly T[];
}
export type OptionType =
  | Whole
  | Choice
  | { readonly kind: 'switch' }
  /** An absolute path; null: the usual place. */
  | { readonly kind: 'folder' }
  /** An absolute path; null: what is found by itself. */
  | { readonly kind: 'file' }
  | { readonly kind: 'folders' };

export interface Option {
  readonly type: OptionType;
  /** Without the dashes; null: there is none. A switch is turned off by it: `no-cache`. */
  readonly flag: string | null;
  /** What stands for the value in `--help`. */
  readonly operand?: string;
  /** After HOME_GALLERY_ and, when that is absent, after PY_HOME_GALLERY_; null: there is none. */
  readonly variable: string | null;
  readonly fallback: string | number | boolean | null | readonly string[];
  /** Where it stands in the dialog; null: it is only for the start. */
  readonly group: OptionGroup | null;
  /** Whether a change is followed at once. */
  readonly applies: 'now' | 'restart';
}

export const OPTION_GROUPS = ['appearance', 'slideshow', 'library', 'thumbnails', 'updates', 'logs'] as const;
export type OptionGroup = (typeof OPTION_GROUPS)[number];

const SWITCH = { kind: 'switch' } as const;
const FOLDER = { kind: 'folder' } as const;
const FILE = { kind: 'file' } as const;
const whole = (min: number, max: number, step = 1) => ({ kind: 'whole', min, max, step }) as const;
const choice = <const T extends readonly string[]>(of: T) => ({ kind: 'choice', of }) as const;
const noFlag = { flag: null, variable: null } as const;

export const LOG_LEVELS = ['debug', 'info', 'warning', 'error', 'critical'] as const;

/** The options in the order in which people read them. */
export const OPTIONS = {
  mediaDirs: {
    ...{ type: { kind: 'folders' }, flag: 'media-dir', operand: 'PATH', variable: 'MEDIA_DIR' },
    ...{ fallback: [], group: null, applies: 'restart' },
  },
  userDataDir: {
    ...{ type: FOLDER, flag: 'user-data-dir', operand: 'PATH', variable: 'USER_DATA_DIR' },
    ...{ fallback: null, group: null, applies: 'restart' },
  },
  language: {
    ...{
      type: choice(['system', ...LANGUAGE_CODES]),
      flag: 'language',
      operand: 'CODE',
      variable: 'LANGUAGE',
    },
    ...{ fallback: 'system', group: 'appearance', applies: 'now' },
  },
  theme: {
    ...{ type: choice(['system', 'light', 'dark']), ...noFlag },
    ...{ fallback: 'system', group: 'appearance', applies: 'now' },
  },
  zoom: {
    ...{ type: whole(0, 8), ...noFlag },
    ...{ fallback: 4, group: 'appearance', applies: 'now' },
  },
  placeholder: {
    ...{ type: choice(['colors', 'name', 'plain']), flag: 'placeholder', operand: 'STYLE' },
    ...{ variable: 'PLACEHOLDER', fallback: 'colors', group: 'appearance', applies: 'now' },
  },
  itemsPerPage: {
    ...{ type: whole(0, 10_000, 10), flag: 'items-per-page', operand: 'N', variable: 'ITEMS_PER_PAGE' },
    ...{ fallback: 0, group: 'appearance', applies: 'now' },
  },
  slideshowSeconds: {
    ...{ type: whole(1, 3600), ...noFlag },
    ...{ fallback: 5, group: 'slideshow', applies: 'now' },
  },
  slideshowOrder: {
    ...{ type: choice(['shown', 'shuffle']), ...noFlag },
    ...{ fallback: 'shown', group: 'slideshow', applies: 'now' },
  },
  cache: {
    ...{ type: SWITCH, flag: 'no-cache', variable: 'CACHE_ENABLED' },
    ...{ fallback: true, group: 'library', applies: 'restart' },
  },
  cacheTtl: {
    ...{ type: whole(1, 31_536_000, 60), flag: 'cache-ttl', operand: 'SECONDS', variable: 'CACHE_TTL' },
    ...{ fallback: 300, group: 'library', applies: 'now' },
  },
  workers: {
    ...{ type: SWITCH, flag: 'no-worker', variable: 'WORKER_ENABLED' },
    ...{ fallback: true, group: 'thumbnails', applies: 'restart' },
  },
  workerThreads: {
    ...{ type: whole(1, 32), flag: 'worker-threads', operand: 'N', variable: 'WORKER_THREADS' },
    ...{ fallback: 2, group: 'thumbnails', applies: 'restart' },
  },
  thumbnailDir: {
    ...{ type: FOLDER, flag: 'thumbnail-dir', operand: 'PATH', variable: 'THUMB_DIR' },
    ...{ fallback: null, group: 'thumbnails', applies: 'restart' },
  },
  thumbnailSpace: {
    ...{ type: whole(100, 1_000_000, 500), ...noFlag },
    ...{ fallback: 2000, group: 'thumbnails', applies: 'now' },
  },
  ffmpeg: {
    ...{ type: FILE, flag: 'ffmpeg', operand: 'PATH', variable: 'FFMPEG' },
    ...{ fallback: null, group: 'thumbnails', applies: 'restart' },
  },
  updates: {
    ...{ type: SWITCH, ...noFlag },
    ...{ fallback: false, group: 'updates', applies: 'now' },
  },
  logLevel: {
    ...{ type: choice(LOG_LEVELS), flag: 'log-level', operand: 'LEVEL', variable: 'LOG_LEVEL' },
    ...{ fallback: 'info', group: 'logs', applies: 'now' },
  },
  logToFile: {
    ...{ type: SWITCH, flag: 'no-log-file', variable: 'LOG_TO_FILE' },
    ...{ fallback: true, group: 'logs', applies: 'now' },
  },
  logDir: {
    ...{ type: FOLDER, flag: 'log-dir', operand: 'PATH', variable: 'LOG_DIR' },
    ...{ fallback: null, group: 'logs', applies: 'restart' },
  },
} as const satisfies Record<string, Option>;

export type OptionName = keyof typeof OPTIONS;
export const OPTION_NAMES = Object.keys(OPTIONS) as readonly OptionName[];

type ValueOf<T> = T extends { kind: 'whole' }
  ? number
  : T extends { kind: 'switch' }
    ? boolean
    : T extends { kind: 'choice'; of: readonly (infer C)[] }
      ? C
      : T extends { kind: 'folders' }
        ? readonly string[]
        : string | null;
export type OptionValues = { readonly [K in OptionName]: ValueOf<(typeof OPTIONS)[K]['type']> };
export type LogLevelName = OptionValues['logLevel'];
/** `shown` is the order of the grid. */
export type ShowOrder = OptionValues['slideshowOrder'];

export type OptionSource = 'flag' | 'environment' | 'saved' | 'default';

/** A value and where it came from. */
export interface Chosen<T> {
  readonly value: T;
  readonly source: OptionSource;
  /** `--cache-ttl`, `HOME_GALLERY_CACHE_TTL`; '' for saved values and defaults. */
  readonly from: string;
}

/** What the dialog shows. `running`: the value that this run goes by, where a change waits for a restart. */
export type OptionStates = {
  readonly [K in OptionName]: Chosen<OptionValues[K]> & { readonly running: OptionValues[K] };
};

/** The options that a person changes in the dialog. */
export const isSaved = (name: OptionName): boolean => OPTIONS[name].group !== null;

/** Variables for those who work on the app, after HOME_GALLERY_. What was packaged reads none of them. */
export const DEVELOPER_VARIABLES = {
  devUrl: { variable: 'DEV_URL', about: 'Address of the page while it is worked on; `npm run dev` sets it' },
  updateConfig: {
    variable: 'UPDATE_CONFIG',
    about: 'File that names the place to look for newer versions; tests have theirs',
  },
} as const;

/** What such a variable says. */
export const developerVariable = (
  name: keyof typeof DEVELOPER_VARIABLES,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined => env[`HOME_GALLERY_${DEVELOPER_VARIABLES[name].variable}`];

/** Flags of the original that have no effect here; each gets a line that begins with it and ends with why. */
export const GONE_FLAGS = {
  host: { flag: '--host HOST', takesValue: true, why: 'server' },
  port: { flag: '--port PORT', takesValue: true, why: 'server' },
  production: { flag: '--production', takesValue: false, why: 'server' },
  'serve-media': { flag: '--serve-media', takesValue: false, why: 'server' },
  'no-serve-media': { flag: '--no-serve-media', takesValue: false, why: 'server' },
  'skip-ffmpeg-check': { flag: '--skip-ffmpeg-check', takesValue: false, why: 'ffmpeg' },
} as const;
