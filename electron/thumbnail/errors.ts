// Runs in a thumbnail worker: turns what libraries, ffmpeg and the system say into a code and a sentence for a person.

import { AppError, type ErrorCode } from '../shared/result.js';

interface Rule {
  readonly says: RegExp;
  readonly code: ErrorCode;
  readonly message: string;
}

export const EMPTY_FILE = new AppError('damaged', 'The file is empty.');
export const NOT_A_PICTURE = 'This file is not a picture.';
export const NOT_A_VIDEO = 'This file is not a video.';
export const NO_VIDEO_TRACK = 'There is no picture in this video.';
const DAMAGED_PICTURE = 'The picture is damaged.';
const TOO_LARGE = 'The picture has too many pixels.';

/** First match wins, so the special stands before the general. */
const PHOTO_RULES: readonly Rule[] = [
  { says: /buffer is empty/i, code: 'damaged', message: 'The file is empty.' },
  {
    says: /exceeds pixel limit|security limit|too large|limit of \d+ ?x/i,
    code: 'unsupported',
    message: TOO_LARGE,
  },
  { says: /timeout:/i, code: 'timeout', message: 'It took too long to read this picture.' },
  {
    says: /not been built in|unsupported codec/i,
    code: 'unsupported',
    message: 'This kind of picture cannot be read.',
  },
  { says: /unsupported image format/i, code: 'unsupported', message: NOT_A_PICTURE },
  { says: /memory|allocat/i, code: 'unsupported', message: 'The picture needs more memory than there is.' },
  {
    says: /vips|corrupt|libpng|webp|tiff|gif|heif|svg|xml|truncated|unknown error|channel limit/i,
    code: 'damaged',
    message: DAMAGED_PICTURE,
  },
];

const VIDEO_RULES: readonly Rule[] = [
  { says: /matches no streams|does not contain any stream/i, code: 'unsupported', message: NO_VIDEO_TRACK },
  { says: /format not on whitelist/i, code: 'unsupported', message: NOT_A_VIDEO },
  { says: /moov atom not found|partial file/i, code: 'damaged', message: 'The video is not complete.' },
  {
    says: /decoder .*not found|unknown decoder|no decoder|unsupported codec/i,
    code: 'unsupported',
    message: 'This kind of video cannot be read.',
  },
  { says: /permission denied/i, code: 'unreadable', message: 'You have no permission to read this file.' },
  { says: /no such file/i, code: 'not-found', message: 'The file is no longer there.' },
  { says: /input\/output error/i, code: 'unreadable', message: 'The disk could not read this file.' },
  {
    says: /cannot allocate memory/i,
    code: 'unsupported',
    message: 'The video needs more memory than there is.',
  },
];

/** Mistakes of ours, which say nothing about the file. */
const OURS = [TypeError, RangeError, ReferenceError];

/** A failure of decoding a picture. Errors that already speak to people pass unchanged. */
export function pictureError(error: unknown): AppError {
  const known = byRules(error, PHOTO_RULES);
  if (known) return known;
  // Decoders have more sentences for damage than any list of rules.
  const code = OURS.some((type) => error instanceof type) ? 'internal' : 'damaged';
  return new AppError(code, `The picture could not be read (${firstLine(error)}).`, { cause: error });
}

/** What ffmpeg's error output means. */
export function videoError(output: string): AppError {
  return (
    byRules(new Error(output), VIDEO_RULES) ??
    new AppError('damaged', 'The video is damaged.', { cause: output })
  );
}

const READ_CODES: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ENOENT: ['not-found', 'The file is no longer there.'],
  ENOTDIR: ['not-found', 'The file is no longer there.'],
  EACCES: ['unreadable', 'You have no permission to read this file.'],
  EPERM: ['unreadable', 'You have no permission to read this file.'],
  EISDIR: ['unsupported', 'This is a folder, not a file.'],
  EIO: ['unreadable', 'The disk could not read this file.'],
  ESTALE: ['offline', 'The network folder is no longer connected.'],
  ENOTCONN: ['offline', 'The network folder is no longer connected.'],
  EHOSTDOWN: ['offline', 'The network folder is no longer connected.'],
  ETIMEDOUT: ['offline', 'The network folder does not answer.'],
};

/** A failure of reading the original. */
export function readError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { code = 'unknown error' } = error as NodeJS.ErrnoException;
  const [kind, message] = READ_CODES[code] ?? ['unreadable', `The file cannot be read (${code}).`];
  return new AppError(kind, message, { cause: error });
}

const WRITE_CODES: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EROFS: 'the folder is read-only',
  EACCES: 'there is no permission to write there',
  EPERM: 'there is no permission to write there',
  ENOENT: 'the folder is gone',
};

/** A failure of writing the thumbnail: `internal`, because the original is not to blame. */
export function writeError(error: unknown): AppError {
  const { code = 'unknown error' } = error as NodeJS.ErrnoException;
  return new AppError('internal', `The thumbnail could not be saved: ${WRITE_CODES[code] ?? code}.`, {
    cause: error,
  });
}

function byRules(error: unknown, rules: readonly Rule[]): AppError | undefined {
  if (error instanceof AppError) return error;
  const text = error instanceof Error ? error.message : String(error);
  const rule = rules.find(({ says }) => says.test(text));
  return rule && new AppError(rule.code, rule.message, { cause: error });
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n', 1)[0] ?? '').slice(0, 200);
}
