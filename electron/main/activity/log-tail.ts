// Runs in main: the last lines of the log file. Read when somebody asks, so that it costs nothing otherwise.

import { open } from 'node:fs/promises';
import { ACTIVITY_LEVELS, type ActivityLevel, type LogLine } from '../../shared/activity.js';

/** Bytes: some 2,000 lines. */
const TAIL = 256 * 1024;

/** The lines at the end of a log file, oldest first; none when there is no file yet. @throws when it cannot be read */
export async function readLogTail(file: string, bytes = TAIL): Promise<LogLine[]> {
  let handle;
  try {
    handle = await open(file, 'r');
  } catch (error) {
    // Where it cannot be written there is none.
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
  try {
    const { size } = await handle.stat();
    const start = Math.max(0, size - bytes);
    const { buffer, bytesRead } = await handle.read({
      buffer: Buffer.alloc(size - start),
      position: start,
    });
    const text = buffer.toString('utf8', 0, bytesRead);
    // The first line is probably cut.
    return parseLog(start > 0 ? text.slice(text.indexOf('\n') + 1) : text);
  } finally {
    await handle.close();
  }
}

const LINE = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) - home_gallery\.(\S+) - ([A-Z]+) - (.*)$/;

/** Lines as log.ts writes them; what follows a line without a head of its own (a stack) belongs to it. */
export function parseLog(text: string): LogLine[] {
  const lines: LogLine[] = [];
  for (const raw of text.split('\n')) {
    const [, time, module, level, message] = LINE.exec(raw.trimEnd()) ?? [];
    if (time !== undefined && isLevel(level!))
      lines.push({ time, module: module!, level, message: message! });
    else if (raw.trim() !== '') {
      const last = lines.pop();
      if (last) lines.push({ ...last, message: `${last.message}\n${raw.trimEnd()}` });
    }
  }
  return lines;
}

const isLevel = (text: string): text is ActivityLevel =>
  (ACTIVITY_LEVELS as readonly string[]).includes(text);
