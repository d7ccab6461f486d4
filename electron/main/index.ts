// Runs in main: the very first code. Holds the instance lock and turns the system's events into calls of the app.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { startApp, type GalleryApp } from './app.js';
import { ConfigError, readConfig, type Config } from './config.js';
import { loggerFor, startLog } from './log.js';
import { registerSchemes } from './protocol.js';
import { denyEscapes, silenceChromium } from './security.js';

function config(): Config | null {
  try {
    const { argv, env } = process;
    return readConfig({ argv, env, cwd: process.cwd(), appPath: app.getAppPath() });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return null;
  }
}

/** Why a folder cannot be written to, as the system's error code; null when it can. Makes the folder. */
function whyUnwritable(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true });
    rmSync(mkdtempSync(join(folder, 'probe-')), { recursive: true });
    return null;
  } catch (error) {
    // Without this look a lock that cannot be taken would seem to be another instance.
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

function main(): void {
  const started = config();
  if (!started) return app.exit(2);
  app.setName('Home Gallery');
  if (started.userDataDir) app.setPath('userData', started.userDataDir);
  const userData = app.getPath('userData');
  const problem = whyUnwritable(userData);
  if (problem) {
    process.stderr.write(`Home Gallery cannot keep its data in ${userData} (${problem}). `);
    process.stderr.write('Name another folder with --user-data-dir PATH.\n');
    return app.exit(1);
  }
  if (!app.requestSingleInstanceLock({ mediaDirs: started.mediaDirs })) {
    process.stdout.write('Home Gallery is already running; it takes over.\n');
    return app.exit(0);
  }
  startLog(`${userData}/logs`, !app.isPackaged);
  const log = loggerFor('app');
  const devUrl = app.isPackaged ? null : started.devUrl;
  // Root cannot have Chromium's sandbox (containers, tests); whoever starts us so said --no-sandbox.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  silenceChromium();
  registerSchemes();
  const devOrigin = devUrl === null ? null : new URL(devUrl).origin;
  denyEscapes(log, (url) => URL.canParse(url) && new URL(url).origin === devOrigin);

  let running: Promise<GalleryApp> | undefined;
  const start = () => (running ??= app.whenReady().then(() => startApp({ ...started, devUrl }, userData)));
  const withApp = (use: (gallery: GalleryApp) => unknown): void => {
    start()
      .then(use)
      .catch((error: unknown) => {
        log('error', `The app could not start: ${error instanceof Error ? error.stack : String(error)}`);
        process.stderr.write(
          `Home Gallery could not start: ${error instanceof Error ? error.message : String(error)}\n`,
        );
        app.exit(1);
      });
  };

  app.on('second-instance', (_event, _argv, _cwd, data) => {
    const { mediaDirs } = data as { mediaDirs: string[] };
    withApp((gallery) => gallery.receive(mediaDirs));
  });
  // macOS: a folder dropped on the dock icon, and a click on it.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    withApp((gallery) => gallery.receive([path]));
  });
  app.on('activate', () => withApp((gallery) => gallery.showWindow()));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  let stopped = false;
  app.on('will-quit', (event) => {
    if (stopped || !running) return;
    event.preventDefault();
    withApp(async (gallery) => {
      await gallery.stop();
      stopped = true;
      app.quit();
    });
  });
  withApp(() => log('info', 'Started'));
}

main();
