// Runs in main: the one log file, in the original's format. Lines of the utility processes and the windows end up here too.

import { closeSync, openSync } from 'node:fs';
import log from 'electron-log/main';
import { makeFolderSync } from '../node/make-folder.js';
import type { LogLevelName } from '../shared/options.js';
import type { LogLevel } from '../shared/messages.js';
import { LogLimit } from './log-limit.js';
import { reasonOf } from './thumbnails/stored-file.js';

/** Writes a line under a module's name. */
export type Logger = (level: LogLevel, message: string) => void;

export interface LogOptions {
  readonly folder: string;
  /** Least important lines that are written. */
  readonly level: LogLevelName;
  readonly toFile: boolean;
  readonly toConsole: boolean;
  /** Is told, as a sentence, why no line can be written. */
  readonly onProblem?: (sentence: string) => void;
}

const LEVEL_NAMES: Readonly<Record<string, string>> = {
  critical: 'CRITICAL',
  error: 'ERROR',
  warn: 'WARNING',
  info: 'INFO',
  verbose: 'DEBUG',
  debug: 'DEBUG',
  silly: 'DEBUG',
};

/** Bytes; one older file of that size is kept, so the log never takes more than twice as much. */
export const MAX_BYTES = 5 * 1024 * 1024;
/** Characters of one line; a stack or an error output beyond it is cut. */
const LONGEST = 8_000;
/** The same message may be written so often in so many milliseconds. */
const LIMIT = { most: 20, period: 10_000 };
/** Of DEBUG lines, and of warnings of single thumbnails. */
const DEBUG_LIMIT = { most: 1000, period: 10_000 };

const limitOf = (limit: typeof LIMIT) =>
  new LogLimit({ ...limit, now: Date.now, after: (ms, run) => void setTimeout(run, ms).unref() });

type Message = Parameters<(typeof log.hooks)[number]>[0];

let toFile = true;
let folderOfLog = '';
let problem: string | null = null;
let tell: (sentence: string) => void = () => undefined;

/** Sets up the log file `home-gallery.log` in `folder`. Call once, before anything logs. */
export function startLog({ folder, level, onProblem, ...to }: LogOptions): void {
  const { file, console: terminal } = log.transports;
  if (!log.levels.includes('critical')) log.addLevel('critical', 0);
  file.resolvePathFn = () => `${folder}/home-gallery.log`;
  file.maxSize = MAX_BYTES;
  terminal.level = to.toConsole ? 'info' : false;
  folderOfLog = folder;
  if (onProblem) tell = onProblem;
  setLogToFile(to.toFile, level);
  for (const transport of [file, terminal]) {
    transport.format = ({ message }) => {
      const text = message.data
        .map((part: unknown) => (part instanceof Error ? (part.stack ?? part.message) : String(part)))
        .join(' ');
      const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)} … (${text.length} characters)` : text;
      const name = LEVEL_NAMES[message.level];
      return [`${timestamp(message.date)} - home_gallery.${message.scope ?? 'app'} - ${name} - ${cut}`];
    };
  }
  const limits = { usual: limitOf(LIMIT), debug: limitOf(DEBUG_LIMIT) };
  const isAllowed = ({ scope = 'app', level: of, data }: Message): boolean => {
    const text = String(data[0]);
    const told = (left: number) => scopeOf(scope)[of]!(`${left} more like this were left out: ${text}`);
    // Each file has its line, however fast workers are; names of photos differ in their numbers alone. thumbnails/job-log.ts bounds those that went well.
    if (scope === 'thumbnails' && /^worker \d+ \(pid /.test(text)) return true;
    const isOfThumbnail = scope === 'thumbnails' && of === 'warn';
    const limited = of === 'debug' || isOfThumbnail ? limits.debug : limits.usual;
    return limited.allows(`${scope} ${of}`, text, told);
  };
  const decided = new WeakMap<Message, boolean>();
  log.hooks.push((message) => {
    // Asked once for each transport, counted once: whoever reads the terminal would hold main with thousands of lines too.
    const allowed = decided.get(message) ?? isAllowed(message);
    decided.set(message, allowed);
    return allowed ? message : false;
  });
  log.errorHandler.startCatching({
    showDialog: false,
    onError: ({ error, errorName }) => {
      scopeOf('app')['critical']!(`${errorName}: ${error.stack ?? error.message}`);
      // Told: the handler's own line would be a second one.
      return false;
    },
  });
}

/** Lines below this level are not written from now on. */
export function setLogLevel(level: LogLevelName): void {
  // The library would try its folder in a way that may never come back.
  const isWritten = toFile && problem === null;
  log.transports.file.level = isWritten ? (level === 'warning' ? 'warn' : (level as 'info')) : false;
}

/** Whether there is a file at all, from now on. */
export function setLogToFile(on: boolean, level: LogLevelName): void {
  toFile = on;
  const before = problem;
  problem = on ? whyUnwritable() : null;
  setLogLevel(level);
  if (problem !== null && problem !== before) tell(problem);
}

/** Why no line can be written, a sentence; null when they can, or when none are to be. */
export const logProblem = (): string | null => problem;

/** Whether lines are to be written to a file. */
export const isLogKept = (): boolean => toFile;

/** The library writes nowhere, and says nothing, when it cannot open its file: so that is tried first. */
function whyUnwritable(): string | null {
  try {
    makeFolderSync(folderOfLog);
    closeSync(openSync(`${folderOfLog}/home-gallery.log`, 'a'));
    return null;
  } catch (error) {
    return notWritten(reasonOf(error));
  }
}

/** A logger for one module. */
export function loggerFor(module: string): Logger {
  const scope = scopeOf(module);
  return (level, message) => scope[level]!(message);
}

/** Where the log file lies. */
export const logFolder = (): string => folderOfLog;

/** That the log cannot be written, for a person; `reason`: as the end of a sentence. */
export const notWritten = (reason: string): string =>
  `The log cannot be written: ${reason} (${folderOfLog}). Fix that, or choose another folder in the settings.`;

/** Path of the log file. */
export function logFile(): string {
  return `${folderOfLog}/home-gallery.log`;
}

/** `critical` is a level of ours, which the library's types cannot know. */
function scopeOf(module: string): Readonly<Record<string, (message: string) => void>> {
  return log.scope(module) as unknown as Readonly<Record<string, (message: string) => void>>;
}

function timestamp(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
