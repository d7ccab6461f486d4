// Runs in main: what thumb:// answers. Knows nothing of Electron, so that it can be measured as it is.

import { open, readFile } from 'node:fs/promises';
import type { FileId, RootId } from '../shared/contract.js';
import { AppError } from '../shared/result.js';
import { parseFileUrl } from './file-url.js';
import type { Logger } from './log.js';
import { serveFile } from './serve-file.js';

/** Where pictures come from. */
export interface ThumbnailSources {
  /**
   * A stored picture (its bytes, if they have just been read to see whether it is whole), or null while it is being made.
   * Rejects with an AppError when it cannot be made.
   */
  thumbnail(
    root: RootId,
    id: FileId,
    size: 'grid' | 'large' | 'screen' | 'full',
  ): Promise<{ readonly path: string; readonly bytes: Buffer<ArrayBuffer> | null } | null>;
  /** The preview inside an original, a JPEG; null when there is none. Rejects with an AppError. */
  preview(root: RootId, id: FileId): Promise<Uint8Array<ArrayBuffer> | null>;
}

/** Answers a request for a picture. Never rejects. */
export const answerThumbnail = (
  sources: ThumbnailSources,
  { url }: { readonly url: string },
  log: Logger,
): Promise<Response> => answered(log, () => thumbnail(sources, url));

async function thumbnail(sources: ThumbnailSources, url: string): Promise<Response> {
  const { root, id, size } = parseFileUrl(url);
  if (size === 'preview') return preview(sources, root, id);
  const stored = await sources.thumbnail(root, id, size);
  // Not made yet: the tile shows its own placeholder and asks again when it is told.
  if (stored === null) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
  if (size === 'full') return fullSized(stored.path);
  const headers = {
    ...{ 'content-type': 'image/webp', 'cache-control': 'max-age=31536000, immutable' },
    'access-control-allow-origin': '*',
  };
  return new Response(stored.bytes ?? (await readFile(stored.path)), { headers });
}

async function preview(sources: ThumbnailSources, root: RootId, id: FileId): Promise<Response> {
  const jpeg = await sources.preview(root, id);
  const headers = { 'content-type': 'image/jpeg', 'cache-control': 'no-store' };
  return new Response(jpeg, { status: jpeg ? 200 : 404, headers });
}

/** A JPEG, or a PNG where something shows through: of many megabytes, so piece by piece. */
async function fullSized(path: string): Promise<Response> {
  const handle = await open(path, 'r');
  const first = Buffer.alloc(1);
  await handle.read(first, 0, 1, 0).catch(async (error: unknown) => {
    await handle.close();
    throw error;
  });
  return serveFile({ handle, mime: first[0] === 0xff ? 'image/jpeg' : 'image/png' }, null, 'GET');
}

const STATUS: Partial<Record<string, number>> = {
  'bad-argument': 400,
  forbidden: 403,
  'not-found': 404,
  offline: 404,
  unreadable: 403,
  unsupported: 415,
  damaged: 422,
  memory: 422,
  // Nothing can be made at the moment, which the window says elsewhere.
  stopped: 503,
};

/** What lets the page read the sentence of an answer. */
const READABLE = { 'access-control-allow-origin': '*', 'content-type': 'text/plain; charset=utf-8' };

/** The answer, or the status that says why there is none; `tells`: with the sentence, for a page that reads answers. */
export async function answered(log: Logger, work: () => Promise<Response>, tells = false): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof AppError ? error.code : (error as NodeJS.ErrnoException).code;
    const status = code === 'ENOENT' ? 404 : (STATUS[code ?? ''] ?? 500);
    if (status === 500)
      log('error', `Request failed: ${error instanceof Error ? error.stack : String(error)}`);
    const reason = tells && error instanceof AppError ? error.message : null;
    return new Response(reason, { status, headers: { 'cache-control': 'no-store', ...(tells && READABLE) } });
  }
}
