// Runs in main: what no page of ours may ever do. Applies to every window and session the app makes.

import { app, type IpcMainInvokeEvent, type Session } from 'electron';
import type { Logger } from './log.js';
import { APP_ORIGIN } from './protocol.js';
import { SCHEME_NAMES } from './schemes.js';

/** Command line switches that keep Chromium itself off the network; set before the app is ready. */
export function silenceChromium(): void {
  const { commandLine } = app;
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('disable-sync');
  commandLine.appendSwitch('no-pings');
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  // Nothing that slips through could even find a host.
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1');
}

/** Denies navigation, new windows and webviews everywhere. */
export function denyEscapes(log: Logger, isOwnPage: (url: string) => boolean): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (isOwnPage(event.url)) return;
      log('warn', `Refused to leave the page for ${event.url}`);
      event.preventDefault();
    });
    // Also for pages that should never exist here: no packet of WebRTC leaves without a proxy.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      log('warn', `Refused a new window for ${url}`);
      return { action: 'deny' };
    });
  });
}

/** Schemes that stay inside the app. */
const LOCAL = new RegExp(
  `^(${[...SCHEME_NAMES, 'data', 'blob', 'devtools', 'chrome-extension'].join('|')}):`,
);

/** Filling the screen, for slideshows and videos, is the one thing a page of ours may ask for. */
const PERMITTED = 'fullscreen';

/** Denies every permission but full screen, and every request that would leave the computer. */
export function closeSession(session: Session, log: Logger, devOrigin: string | null): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === PERMITTED));
  // Electron's types do not know that Chromium also checks this one.
  session.setPermissionCheckHandler((_contents, permission: string) => permission === PERMITTED);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  // Chromium would fetch a dictionary as soon as a page exists, even with the checker off.
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerDictionaryDownloadURL(`${APP_ORIGIN}/no-dictionaries/`);
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const allowed = LOCAL.test(url) || (devOrigin !== null && isDev(url, devOrigin));
    if (!allowed) log('warn', `Refused a network request to ${url}`);
    answer({ cancel: !allowed });
  });
}

function isDev(url: string, origin: string): boolean {
  return url.startsWith(`${origin}/`) || url.startsWith(`${origin.replace(/^http/, 'ws')}/`);
}

/** Whether a call comes from our page's main frame. */
export function isOurPage(event: IpcMainInvokeEvent, devOrigin: string | null): boolean {
  const frame = event.senderFrame;
  if (!frame || frame !== event.sender.mainFrame) return false;
  return frame.origin === APP_ORIGIN || (devOrigin !== null && frame.origin === devOrigin);
}
