// Renderer: the bytes of a file as they come. The only place that fetches, and only what main makes
// playable; the window's content security policy allows nothing else either.

/** @throws what ended it: the signal's reason, or a failure of the reading */
export async function mediaBytes(url: string, signal: AbortSignal): Promise<Response> {
  if (!url.startsWith('play://')) throw new Error('Only videos on their way are read.');
  // eslint-disable-next-line no-restricted-globals -- no network: main answers this scheme itself
  return fetch(url, { signal });
}
