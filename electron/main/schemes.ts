// Runs in main: the schemes by which bytes come to the page, and what Chromium grants each. Whatever stands here has to be
// answered (protocol.ts), is let through (security.ts) and is given the wrong addresses (e2e/fuzz.spec.ts).

import type { Privileges } from 'electron';

const EACH = { standard: true, secure: true, supportFetchAPI: true };

export const SCHEMES = {
  /** The page. */
  app: { ...EACH, codeCache: true },
  /** Originals. */
  media: { ...EACH, stream: true, corsEnabled: true },
  /** Videos made playable. */
  play: { ...EACH, stream: true, corsEnabled: true },
  /** Small pictures. */
  thumb: { ...EACH, corsEnabled: true },
} as const satisfies Record<string, Privileges>;

export type Scheme = keyof typeof SCHEMES;
export const SCHEME_NAMES = Object.keys(SCHEMES) as readonly Scheme[];
