// Runs in Node: keeps what drives the page from being measured as memory of the page.

import type { Page } from '@playwright/test';

interface Session {
  send(method: string, parameters?: object): Promise<unknown>;
}

/** What Playwright holds of a page: its own session of the DevTools protocol is not to be had otherwise. */
interface Driven {
  readonly _connection?: {
    toImpl?(page: unknown): {
      readonly delegate?: { readonly _mainFrameSession?: { readonly _client?: Session } };
    };
  };
}

/**
 * Has the page's process keep no bodies of answers for the one who drives it. Playwright watches the network of each page, for which
 * Chromium keeps up to 100 MB of them in that process: every photo that was ever shown, as long as nobody but the driver could ask for it.
 */
export async function keepNoBodies(page: Page): Promise<void> {
  const session = (page as unknown as Driven)._connection?.toImpl?.(page).delegate?._mainFrameSession
    ?._client;
  if (!session)
    throw new Error(
      'This version of Playwright keeps its session elsewhere: the memory of a page cannot be measured.',
    );
  await session.send('Network.disable');
  await session.send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 });
}
