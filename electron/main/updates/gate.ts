// Runs in main: the one gap in the wall around the app. Requests for updates pass it only while a person agrees, and only
// to where releases lie.

/** Where releases lie, and where their files are handed out. */
const HOSTS = /^(github\.com|[a-z-]+\.githubusercontent\.com)$/;

export interface GateOptions {
  /** The person has switched checks on, or is waiting for one that they asked for. */
  readonly agreed: () => boolean;
  /** Tests of what was not packaged have their releases on this very computer. */
  readonly packaged: boolean;
}

/** @throws Error when a request to `url` may not be made (now) */
export function checkRequest(url: URL, { agreed, packaged }: GateOptions): void {
  if (!agreed()) throw new Error('Nobody has agreed to ask for updates.');
  if (url.protocol === 'https:' && url.port === '' && HOSTS.test(url.hostname)) return;
  if (!packaged && url.protocol === 'http:' && url.hostname === '127.0.0.1') return;
  throw new Error(`Updates are not looked for at ${url.origin}.`);
}
