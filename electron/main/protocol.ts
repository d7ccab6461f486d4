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
import { INERT, serveFile, type OpenedFile } from './serve-file.js';

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

const SIZES = ['grid', 'large', 'screen', 'preview'] as const;
type Size = (typeof SIZES)[number];

/** What the schemes need from the rest of the app. */
export interface ByteSources {
  /** Folder of the built page. */
  readonly page: string;
  /** Opens an original. Rejects with an AppError. */
  openMedia(root: RootId, id: FileId): Promise<OpenedFile>;
  /** Opens the video inside a Motion Photo. Rejects with an AppError. */
  openMotion(root: RootId, id: FileId): Promise<OpenedFile>;
  /** Makes a video playable from a time (seconds) on. Rejects with an AppError. */
  play(root: RootId, id: FileId, at: number): Promise<Playing>;
  /** Path of a stored picture, or null while it is being made. Rejects with an AppError when it cannot be made. */
  thumbnail(root: RootId, id: FileId, size: 'grid' | 'large' | 'screen'): Promise<string | null>;
  /** The preview inside an original, a JPEG; null when there is none. Rejects with an AppError. */
  preview(root: RootId, id: FileId): Promise<Uint8Array<ArrayBuffer> | null>;
}

/** Must run before the app is ready. */
export function registerSchemes(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true };
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { ...privileges, codeCache: true } },
    { scheme: 'media', privileges: { ...privileges, stream: true, corsEnabled: true } },
    { scheme: 'play', privileges: { ...privileges, stream: true, corsEnabled: true } },
    { scheme: 'thumb', privileges: { ...privileges, corsEnabled: true } },
  ]);
}

/** Starts to answer the schemes. */
export function handleSchemes(session: Session, sources: ByteSources, log: Logger): void {
  session.protocol.handle('app', (request) => answered(log, () => page(sources.page, request)));
  session.protocol.handle('media', (request) => answered(log, () => media(sources, request)));
  session.protocol.handle('play', (request) => answered(log, () => playing(sources, request)));
  session.protocol.handle('thumb', (request) => answered(log, () => thumbnail(sources, request)));
}

/** Makes Node load what answers are made of: that takes 30 ms, which the first page would have to wait for. */
export function warmUp(): void {
  new Response('');
}

async function page(folder: string, request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (url.host !== 'gallery') throw new AppError('not-found', 'No such page.');
  const file = normalize(join(folder, decodeURIComponent(url.pathname)));
  const type = PAGE_TYPES[extname(file)];
  if (!isInside(folder, file) || type === undefined) throw new AppError('not-found', 'No such page.');
  return new Response(await readFile(file), {
    headers: { 'content-type': type, 'content-security-policy': CSP, 'x-content-type-options': 'nosniff' },
  });
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

async function thumbnail(sources: ByteSources, request: Request): Promise<Response> {
  const { root, id, size } = parseFileUrl(request.url);
  if (size === 'preview') return preview(sources, root, id);
  const path = await sources.thumbnail(root, id, size);
  // Not made yet: the tile shows its own placeholder and asks again when it is told.
  if (path === null) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
  const headers = {
    ...{ 'content-type': 'image/webp', 'cache-control': 'max-age=31536000, immutable' },
    'access-control-allow-origin': '*',
  };
  return new Response(await readFile(path), { headers });
}

async function preview(sources: ByteSources, root: RootId, id: FileId): Promise<Response> {
  const jpeg = await sources.preview(root, id);
  const headers = { 'content-type': 'image/jpeg', 'cache-control': 'no-store' };
  return new Response(jpeg, { status: jpeg ? 200 : 404, headers });
}

export interface FileUrl {
  readonly root: RootId;
  readonly id: FileId;
  readonly size: Size;
  /** Where to play from, seconds. */
  readonly at: number;
  /** The video inside a Motion Photo instead of the photo. */
  readonly motion: boolean;
}

/**
 * Reads `SCHEME://rROOT/FILE?size=…&at=…&part=…`. The host starts with a letter because URL parsers turn a number into an IPv4 address.
 *
 * @throws AppError `bad-argument`
 */
export function parseFileUrl(text: string): FileUrl {
  const url = new URL(text);
  const root = /^r([1-9]\d{0,14})$/.exec(url.host)?.[1];
  const id = /^\/(\d{1,10})$/.exec(url.pathname)?.[1];
  if (root === undefined || id === undefined)
    throw new AppError('bad-argument', 'This address names no file.');
  const asked = url.searchParams.get('size');
  const size = SIZES.find((one) => one === asked) ?? 'grid';
  const at = Number(url.searchParams.get('at') ?? 0);
  if (!(at >= 0 && at < Infinity)) throw new AppError('bad-argument', 'This is no time.');
  const motion = url.searchParams.get('part') === 'motion';
  return { root: Number(root), id: Number(id), size, at, motion };
}

const STATUS: Partial<Record<string, number>> = {
  'bad-argument': 400,
  forbidden: 403,
  'not-found': 404,
  offline: 404,
  unreadable: 403,
  unsupported: 415,
  damaged: 422,
  // Nothing can be made at the moment, which the window says elsewhere.
  stopped: 503,
};

async function answered(log: Logger, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof AppError ? error.code : (error as NodeJS.ErrnoException).code;
    const status = code === 'ENOENT' ? 404 : (STATUS[code ?? ''] ?? 500);
    if (status === 500)
      log('error', `Request failed: ${error instanceof Error ? error.stack : String(error)}`);
    return new Response(null, { status, headers: { 'cache-control': 'no-store' } });
  }
}
