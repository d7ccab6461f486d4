// Runs in main: a file's bytes as a response, with ranges. Electron's own file fetch ignores Range requests
// (electron/electron#38749), and without them a video cannot be sought.

import type { FileHandle } from 'node:fs/promises';
import parseRange from 'range-parser';

export interface OpenedFile {
  /** Closed by whoever serves it. */
  readonly handle: FileHandle;
  readonly mime: string;
  /** Only these bytes of it; all when absent. */
  readonly part?: { readonly offset: number; readonly length: number };
}

const CHUNK = 256 * 1024;

/** Headers that keep a user's file from ever acting as a page, and let the page read its pixels and bytes. */
export const INERT = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
  'x-content-type-options': 'nosniff',
  'access-control-allow-origin': '*',
};

/**
 * Answers 200 with the whole file, 206 with one range, or 416 (RFC 9110, section 14). Several ranges get the whole file.
 * The handle is closed at the end, on an error and when the reader goes away.
 */
export async function serveFile(file: OpenedFile, range: string | null, method: string): Promise<Response> {
  const { handle, mime } = file;
  try {
    const whole = (await handle.stat()).size;
    const base = Math.min(file.part?.offset ?? 0, whole);
    const size = Math.min(file.part?.length ?? whole, whole - base);
    const headers = { 'content-type': mime, 'accept-ranges': 'bytes', 'cache-control': 'no-store', ...INERT };
    const asked = range === null ? -2 : parseRange(size, range);
    if (asked === -1) {
      await handle.close();
      return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } });
    }
    const part =
      typeof asked === 'object' && asked.type === 'bytes' && asked.length === 1 ? asked[0] : undefined;
    const start = part?.start ?? 0;
    const end = part ? part.end + 1 : size;
    const all = { ...headers, 'content-length': String(end - start) };
    const body = method === 'HEAD' || start === end ? null : stream(handle, base + start, base + end);
    if (!body) await handle.close();
    return part
      ? new Response(body, {
          status: 206,
          headers: { ...all, 'content-range': `bytes ${start}-${end - 1}/${size}` },
        })
      : new Response(body, { headers: all });
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Reads on demand, so that a video that is not being watched costs nothing. */
function stream(handle: FileHandle, start: number, end: number): ReadableStream<Uint8Array> {
  let position = start;
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const chunk = new Uint8Array(Math.min(CHUNK, end - position));
          const { bytesRead } = await handle.read(chunk, 0, chunk.length, position);
          if (bytesRead === 0) throw new Error('The file became shorter while it was read.');
          position += bytesRead;
          controller.enqueue(chunk.subarray(0, bytesRead));
          if (position < end) return;
          await handle.close();
          controller.close();
        } catch (error) {
          await handle.close();
          controller.error(error);
        }
      },
      cancel: () => handle.close(),
    },
    { highWaterMark: 1 },
  );
}
