// Runs in main: the one log file, in the original's format. Lines of the utility processes end up here too.

import log from 'electron-log/main';
import type { LogLevel } from '../shared/messages.js';

/** Writes a line under a module's name. */
export type Logger = (level: LogLevel, message: string) => void;

const LEVEL_NAMES: Record<string, string> = {
  debug: 'DEBUG',
  verbose: 'DEBUG',
  silly: 'DEBUG',
  info: 'INFO',
  warn: 'WARNING',
  error: 'ERROR',
};

const MAX_BYTES = 5 * 1024 * 1024;

/** Sets up the log file `home-gallery.log` in `folder`. Call once, before anything logs. */
export function startLog(folder: string, toConsole: boolean): void {
  log.transports.file.resolvePathFn = () => `${folder}/home-gallery.log`;
  log.transports.file.maxSize = MAX_BYTES;
  log.transports.file.level = 'debug';
  log.transports.console.level = toConsole ? 'info' : false;
  for (const transport of [log.transports.file, log.transports.console]) {
    transport.format = ({ message }) => {
      const text = message.data.map((part: unknown) => (part instanceof Error ? part.stack : String(part)));
      return [
        `${timestamp(message.date)} - home_gallery.${message.scope ?? 'app'} - ${LEVEL_NAMES[message.level]} - ${text.join(' ')}`,
      ];
    };
  }
  log.errorHandler.startCatching({ showDialog: false });
}

/** A logger for one module. */
export function loggerFor(module: string): Logger {
  const scope = log.scope(module);
  return (level, message) => scope[level](message);
}

/** Path of the log file. */
export function logFile(): string {
  return log.transports.file.getFile().path;
}

function timestamp(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
