// Runs in main: answers app:// (the page), media:// (originals), play:// (videos made playable) and thumb:// (small pictures). Thin on purpose:
// protocol handlers share main's event loop.

import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { protocol, type Session } from 'electron';
import type { FileId, RootId } from '../shared/contract.js';
import { AppError } from '../shared/result.js';
import { isInside } from '../node/open-inside.js';
import type { Logger } from './log.js';
import type { Playing } from './playing/player.js';
import { parseFileUrl } from './file-url.js';
import { SCHEME_NAMES, SCHEMES, type Scheme } from './schemes.js';
import { INERT, serveFile, type OpenedFile } from './serve-file.js';
import { answered, answerThumbnail, type ThumbnailSources } from './thumb-answer.js';

export const APP_ORIGIN = 'app://gallery';

const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' thumb: media: data:",
  // Blobs: media sources, by which the page plays what ffmpeg makes playable.
  'media-src media: blob:',
  "font-src 'self'",
  // Originals can be shown, but not be read by the page: only what ffmpeg makes of a video comes to it as bytes.
  "connect-src 'self' play:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  // WebRTC heeds neither connect-src nor the session's request filter.
  "webrtc 'block'",
].join('; ');

const PAGE_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** What the schemes need from the rest of the app. */
export interface ByteSources extends ThumbnailSources {
  /** Folder of the built page. */
  readonly page: string;
  /** Opens an original. Rejects with an AppError. */
  openMedia(root: RootId, id: FileId): Promise<OpenedFile>;
  /** Opens the video inside a Motion Photo. Rejects with an AppError. */
  openMotion(root: RootId, id: FileId): Promise<OpenedFile>;
  /** Makes a video playable from a time (seconds) on. Rejects with an AppError. */
  play(root: RootId, id: FileId, at: number): Promise<Playing>;
}

/** Must run before the app is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged(
    SCHEME_NAMES.map((scheme) => ({ scheme, privileges: SCHEMES[scheme] })),
  );
}

/** Starts to answer the schemes. */
export function handleSchemes(session: Session, sources: ByteSources, log: Logger): void {
  const answers: Readonly<Record<Scheme, (request: Request) => Promise<Response>>> = {
    app: (request) => answered(log, () => page(sources.page, request)),
    media: (request) => answered(log, () => media(sources, request)),
    play: (request) => answered(log, () => playing(sources, request), true),
    thumb: (request) => answerThumbnail(sources, request, log),
  };
  for (const scheme of SCHEME_NAMES) session.protocol.handle(scheme, answers[scheme]);
}

/** Makes Node load what answers are made of: that takes 30 ms, which the first page would have to wait for. */
export function warmUp(): void {
  new Response('', { headers: INERT });
}

async function page(folder: string, request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (url.host !== 'gallery') throw noSuchPage();
  const file = normalize(join(folder, pathIn(url)));
  const type = PAGE_TYPES[extname(file)];
  if (!isInside(folder, file) || type === undefined) throw noSuchPage();
  const bytes = await readFile(file).catch((error: unknown) => {
    throw NO_FILE.has((error as NodeJS.ErrnoException).code ?? '') ? noSuchPage() : error;
  });
  return new Response(bytes, {
    headers: { 'content-type': type, 'content-security-policy': CSP, 'x-content-type-options': 'nosniff' },
  });
}

const noSuchPage = () => new AppError('not-found', 'No such page.');
/** What the system says of a name that is none of a file. */
const NO_FILE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG']);

function pathIn(url: URL): string {
  try {
    const path = decodeURIComponent(url.pathname);
    if (!path.includes('\0')) return path;
  } catch {
    // Its percent signs stand for no text.
  }
  throw noSuchPage();
}

async function media(sources: ByteSources, request: Request): Promise<Response> {
  const { root, id, motion } = parseFileUrl(request.url);
  const file = await (motion ? sources.openMotion(root, id) : sources.openMedia(root, id));
  return serveFile(file, request.headers.get('range'), request.method);
}

/** A video without an end that is known: the page asks again for another place in it. */
async function playing(sources: ByteSources, request: Request): Promise<Response> {
  const { root, id, at } = parseFileUrl(request.url);
  const { body, mime, duration } = await sources.play(root, id, at);
  return new Response(body, {
    headers: {
      ...INERT,
      ...{ 'content-type': mime, 'cache-control': 'no-store', 'x-duration': String(duration) },
      'access-control-expose-headers': 'x-duration',
    },
  });
}
