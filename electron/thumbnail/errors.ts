// Runs in a thumbnail worker: turns what libraries, ffmpeg and the system say into a code and a sentence for a person.

import { NOT_SAVED } from '../shared/messages.js';
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

const UNKNOWN_KIND = 'This kind of picture cannot be read.';

/** First match wins, so the special stands before the general. What no rule knows is nobody's damage: see `unknown`. */
const PHOTO_RULES: readonly Rule[] = [
  { says: /buffer is empty/i, code: 'damaged', message: 'The file is empty.' },
  {
    says: /exceeds pixel limit|too large|limit of \d+ ?x|security limit.*(size|pixel)/i,
    code: 'unsupported',
    message: TOO_LARGE,
  },
  { says: /timeout:/i, code: 'timeout', message: 'It took too long to read this picture.' },
  {
    says: /not been built in|support is not configured|unsupported (codec|feature|jpeg process)|only utf-8/i,
    code: 'unsupported',
    message: UNKNOWN_KIND,
  },
  // Its first bytes are those of a picture, or it would not have come so far.
  { says: /unsupported image format/i, code: 'damaged', message: DAMAGED_PICTURE },
  {
    says: /out of memory|memory allocation|allocation failed|cannot (allocate|enlarge) memory/i,
    code: 'memory',
    message: 'The picture needs more memory than there is.',
  },
  // libvips and the decoders below it name themselves in front of what they say.
  {
    says: /vips|corrupt|\b\w+load(_buffer|_source)?:|bad seek|s?png|webp|tiff|gif|heif|svg|xml|truncated|channel limit/i,
    code: 'damaged',
    message: DAMAGED_PICTURE,
  },
  // Of Buffer and DataView: the file says that something lies where it has ended already.
  { says: /out of range|outside the bounds/i, code: 'damaged', message: DAMAGED_PICTURE },
];

const VIDEO_RULES: readonly Rule[] = [
  { says: /matches no streams|does not contain any stream/i, code: 'unsupported', message: NO_VIDEO_TRACK },
  { says: /format not on whitelist/i, code: 'unsupported', message: NOT_A_VIDEO },
  { says: /max pixel count/i, code: 'unsupported', message: 'The video has too many pixels.' },
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
    code: 'memory',
    message: 'The video needs more memory than there is.',
  },
  {
    says: /invalid|error (while|reading|splitting)|could not find codec parameters|cannot determine format|header (parsing|damaged)|truncat|corrupt|output file is empty|nothing was (encoded|written)|end of file|conversion failed/i,
    code: 'damaged',
    message: 'The video is damaged.',
  },
];

/**
 * A failure of decoding a picture. Errors that already speak to people pass unchanged; what nobody knows is `internal`,
 * because it says nothing about the file.
 */
export function pictureError(error: unknown): AppError {
  if (isSystemError(error)) return readError(error);
  if (isDecoderCrash(error)) {
    return new AppError('internal', `The decoder failed on this picture (${firstLine(error)}).`, {
      cause: error,
    });
  }
  return byRules(error, PHOTO_RULES) ?? unknown('picture', error);
}

/** Whether a decoder's WebAssembly has come to a stop. Its memory is in no defined state then: the process has to end. */
export function isDecoderCrash(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause) if (one.name === 'RuntimeError') return true;
  return false;
}

/** What ffmpeg's error output means. `signal`: what ended it, if anything did. */
export function videoError(output: string, signal: NodeJS.Signals | null = null): AppError {
  // Its own limit of processor time (-timelimit).
  if (signal === 'SIGXCPU') return new AppError('timeout', 'It took too long to read this video.');
  if (signal !== null) {
    return new AppError('internal', `ffmpeg ended unexpectedly (${signal}) on this video.`, {
      cause: output,
    });
  }
  const last = output.trim().split('\n').at(-1) ?? '';
  return byRules(new Error(output), VIDEO_RULES) ?? unknown('video', new Error(last));
}

function unknown(what: 'picture' | 'video', error: unknown): AppError {
  const said = firstLine(error);
  const why = said === '' ? 'no reason was given' : said;
  return new AppError('internal', `This ${what} could not be read: ${why}.`, { cause: error });
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
  if (!isSystemError(error)) {
    return new AppError('internal', `The file could not be read: ${firstLine(error)}.`, { cause: error });
  }
  const { code = '' } = error;
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
  return new AppError('internal', `${NOT_SAVED}${WRITE_CODES[code] ?? code}.`, {
    cause: error,
  });
}

/** Told by the system about a file, not by a decoder about what is in it. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && /^E[A-Z0-9]+$/.test((error as NodeJS.ErrnoException).code ?? '');
}

function byRules(error: unknown, rules: readonly Rule[]): AppError | undefined {
  if (error instanceof AppError) return error;
  const text = error instanceof Error ? error.message : String(error);
  const rule = rules.find(({ says }) => says.test(text));
  return rule && new AppError(rule.code, rule.message, { cause: error });
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n', 1)[0] ?? '').slice(0, 200).replace(/\.$/, '');
}
