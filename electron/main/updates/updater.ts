// Runs in main, but is not even loaded before a person has agreed to look for updates: electron-updater, with a way to the
// network of our own. Chromium's stays closed (../security.ts), and this file is the only one that may open a connection.

import {
  request as overHttp,
  type ClientRequest as Request,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { request as overHttps } from 'node:https';
import { join } from 'node:path';
import { app, type ClientRequest } from 'electron';
import { AppImageUpdater, DebUpdater, MacUpdater, NsisUpdater, type AppUpdater } from 'electron-updater';
import type { AppAdapter } from 'electron-updater/out/AppAdapter.js';
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';
import type { Logger } from '../log.js';
import { checkRequest, type GateOptions } from './gate.js';

export interface Updater {
  /** The newer version that there is; null when there is none. Downloads nothing but its description. */
  check(): Promise<string | null>;
  /** Gets what the last check found; it is installed when the app ends. `tell` gets 0 to 100. */
  download(tell: (percent: number) => void): Promise<void>;
}

export interface UpdaterOptions extends GateOptions {
  /** The file that names the place. */
  readonly config: string;
  readonly installs: boolean;
  /** What is downloaded lies in it. */
  readonly userData: string;
  readonly log: Logger;
}

/** Node's requests in the place of Chromium's, through the gate, with nothing in them that tells one person from another. */
class GatedExecutor extends ElectronHttpExecutor {
  constructor(private readonly gate: GateOptions) {
    super();
  }

  override createRequest(
    given: RequestOptions,
    callback: (response: IncomingMessage) => void,
  ): ClientRequest {
    const { protocol = 'https:', hostname, port, path } = given;
    checkRequest(new URL(`${protocol}//${hostname}${port ? `:${port}` : ''}${path}`), this.gate);
    const { ['x-user-staging-id']: _, ...headers } = given.headers as Record<string, string>;
    const start = protocol === 'http:' ? overHttp : overHttps;
    const request: Request = start(
      { ...given, protocol, headers: { ...headers, 'User-Agent': 'home-gallery' } },
      callback,
    );
    // All that is asked of it, both have.
    return request as unknown as ClientRequest;
  }

  /** Node follows none by itself, so each redirect comes through `createRequest` anew. */
  protected override addRedirectHandlers(): void {}
}

export function createUpdater(options: UpdaterOptions): Updater {
  const { log, config } = options;
  const adapter: AppAdapter = {
    version: app.getVersion(),
    name: app.getName(),
    isPackaged: true,
    appUpdateConfigPath: config,
    userDataPath: options.userData,
    baseCachePath: join(options.userData, 'updates'),
    whenReady: () => app.whenReady(),
    relaunch: () => app.relaunch(),
    quit: () => app.quit(),
    onQuit: (handler) => void app.once('quit', (_event, code) => handler(code)),
  };
  const updater = updaterFor(options.installs, adapter);
  const write = (level: 'debug' | 'info' | 'warn' | 'error') => (message?: unknown) =>
    log(level, String(message));
  updater.logger = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
  // Given an adapter it has no way to the network; without this one its first request would fail.
  Object.assign(updater, { httpExecutor: new GatedExecutor(options) });
  // Otherwise a name for this installation would be made up, kept and sent.
  Object.assign(updater, { stagingUserIdPromise: { value: Promise.resolve('') } });
  Object.assign(updater, { autoDownload: false, autoInstallOnAppQuit: true, allowPrerelease: false });
  // Errors come with the promises as well; an event that nobody listens to would end the app.
  updater.on('error', () => undefined);
  return {
    check: async () => {
      const result = await updater.checkForUpdates();
      return result?.isUpdateAvailable ? result.updateInfo.version : null;
    },
    download: async (tell) => {
      const listener = ({ percent }: { readonly percent: number }) => tell(Math.round(percent));
      updater.on('download-progress', listener);
      try {
        await updater.downloadUpdate();
      } finally {
        updater.off('download-progress', listener);
      }
    },
  };
}

function updaterFor(installs: boolean, adapter: AppAdapter): AppUpdater {
  if (process.platform === 'win32') return new NsisUpdater(null, adapter);
  if (process.platform === 'darwin') return new MacUpdater(undefined, adapter);
  // That of packages asks in the same way, and asks for no AppImage that it could replace.
  return installs ? new AppImageUpdater(null, adapter) : new DebUpdater(null, adapter);
}
