// Renderer: the bytes of a file as they come. The only place that fetches, and only from the scheme of originals; the
// window's content security policy allows no other either.

/** @throws what ended it: the signal's reason, or a failure of the reading */
export async function mediaBytes(url: string, signal: AbortSignal): Promise<Response> {
  if (!url.startsWith('media://')) throw new Error('Only files of the gallery are read.');
  // eslint-disable-next-line no-restricted-globals -- no network: main answers this scheme itself
  return fetch(url, { signal });
}
