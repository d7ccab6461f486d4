// Runs in the library process: marks as a file that can be taken elsewhere.

import { readFile } from 'node:fs/promises';
import { AppError } from '../../shared/result.js';
import { writeAtomic } from '../../node/atomic-write.js';
import { checkExport, type MarksExport } from '../database/user-marks.js';

/** Writes a file, whole or not at all. @throws AppError `unreadable` with a sentence */
export async function writeMarksFile(file: string, content: MarksExport): Promise<void> {
  try {
    await writeAtomic(file, `${JSON.stringify(content, null, 1)}\n`);
  } catch (error) {
    throw new AppError(
      'unreadable',
      `The file could not be written (${reasonOf(error)}). Choose another place for it, or make room and allow writing there.`,
      { cause: error },
    );
  }
}

/** Reads a file that {@link writeMarksFile} wrote. @throws AppError with a sentence */
export async function readMarksFile(file: string): Promise<MarksExport> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new AppError(
      'unreadable',
      `The file could not be read (${reasonOf(error)}). Allow reading it, or choose another one.`,
      { cause: error },
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Whatever is wrong with the text, it is not a file of ours: `checkExport` says so.
    value = null;
  }
  return checkExport(value);
}

const reasonOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);
