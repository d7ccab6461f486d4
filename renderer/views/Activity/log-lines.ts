// Renderer: which lines of the log are shown. Pure.

import { ACTIVITY_LEVELS, type ActivityLevel, type LogLine } from '../../../electron/shared/activity.js';

/** Lines that hold all of the words (in any case) and are at least as bad as `level`, latest first. */
export function matchingLines(lines: readonly LogLine[], words: string, level: ActivityLevel): LogLine[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const least = ACTIVITY_LEVELS.indexOf(level);
  return lines
    .filter((line) => {
      if (ACTIVITY_LEVELS.indexOf(line.level) < least) return false;
      const text = `${line.time} ${line.module} ${line.level} ${line.message}`.toLowerCase();
      return wanted.every((word) => text.includes(word));
    })
    .reverse();
}
