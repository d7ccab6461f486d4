// Runs in main: a path as the URI that file managers exchange.

import { diskPath } from '../../node/raw-paths.js';

/** Characters that stand for themselves in a path of a URI (RFC 3986, `pchar` and `/`). */
const PLAIN = /[A-Za-z0-9\-._~!$&'()*+,;=:@/]/;

/** The bytes of an absolute POSIX path, percent-encoded where they must be. */
export function encodePath(path: string): string {
  let text = '';
  for (const byte of Buffer.from(diskPath(path) as string)) {
    const char = String.fromCharCode(byte);
    text += byte < 0x80 && PLAIN.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return text;
}

export const fileUri = (path: string): string => `file://${encodePath(path)}`;
