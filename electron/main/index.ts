// Runs in main: the very first code. Holds the instance lock and turns the system's events into calls of the app.

import { mkdtempSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { makeFolderSync } from '../node/make-folder.js';
import { startApp, type GalleryApp } from './app.js';
import { configOf, readAsked, type Asked, type Config } from './config.js';
import { endInTime } from './ending.js';
import type { Given } from './entrance.js';
import { runCommand, type HeadlessBasis } from './headless.js';
import { introduce } from './identity.js';
import { sendToWindows } from './ipc/send.js';
import { loggerFor, startLog } from './log.js';
import { findNewerData, refuse } from './newer-data.js';
import { lacksDisplay, runWithoutDisplay } from './no-display.js';
import { endWith } from './no-start.js';
import { Notices } from './notices.js';
import { ConfigError, type AskedCommand } from './options/arguments.js';
import { openOptions } from './options/open.js';
import { logPageErrors } from './page-errors.js';
import { registerSchemes } from './protocol.js';
import { sandboxNotice } from './sandbox.js';
import { isAppImage } from './app-image.js';
import { denyEscapes, silenceChromium } from './security.js';
import { Settings } from './settings.js';
import { reasonOf } from './thumbnails/stored-file.js';

/** Exit code of a command that was ended by somebody, as shells have it. */
const INTERRUPTED = 130;

const after = (ms: number, callback: () => void) => {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
};

/** What was asked for; a text: why it cannot be followed. */
function asked(): Asked | string {
  try {
    const { argv, env } = process;
    const where = { cwd: process.cwd(), appPath: app.getAppPath(), version: app.getVersion() };
    return readAsked({ argv, env, ...where });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message;
  }
}

/** Why a folder cannot be written to, as the system's error code; null when it can. Makes the folder. */
function whyUnwritable(folder: string): string | null {
  try {
    makeFolderSync(folder);
    rmSync(mkdtempSync(join(folder, 'probe-')), { recursive: true });
    return null;
  } catch (error) {
    // Without this look a lock that cannot be taken would seem to be another instance.
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

async function main(): Promise<void> {
  const started = asked();
  if (typeof started === 'string') {
    introduce(app, process.platform);
    return void endWith(started, 2);
  }
  if (started.print !== null) {
    // Written at once: nothing waits for a pipe when the app ends.
    writeSync(1, started.print);
    return app.exit(0);
  }
  const { argv, env, platform } = process;
  if (started.command && lacksDisplay({ argv, env, platform })) return app.exit(await runWithoutDisplay());
  for (const note of started.notes) process.stderr.write(`${note}\n`);
  const { forced } = started;
  /** What a second start hands to the first. */
  const given: Given = { mediaDirs: forced.mediaDirs?.value ?? [], opened: started.opened };
  introduce(app, platform);
  if (forced.userDataDir?.value) app.setPath('userData', forced.userDataDir.value);
  const userData = app.getPath('userData');
  const problem = whyUnwritable(userData);
  if (problem) {
    const line = `Home Gallery cannot keep its data in ${userData} (${problem}). Name another folder with --user-data-dir PATH.`;
    return void endWith(line, 1);
  }
  if (!app.requestSingleInstanceLock({ ...given, quiet: started.command !== null })) {
    if (started.command) {
      process.stderr.write(
        'Home Gallery is running. Close it first, or name another --user-data-dir PATH.\n',
      );
      return app.exit(1);
    }
    process.stdout.write('Home Gallery is already running; it takes over.\n');
    return app.exit(0);
  }
  silenceChromium();
  const newer = findNewerData(userData);
  if (newer !== null) {
    const language = forced.language?.value ?? 'system';
    // Not waited for: Electron is ready only when this function has returned.
    return void refuse({
      ...{ file: newer, folder: userData, window: started.command === null },
      language: language === 'system' ? null : language,
    });
  }
  const notices = new Notices((message) => sendToWindows('app.notice', { message }));
  const withoutSandbox = sandboxNotice({
    without: app.commandLine.hasSwitch('no-sandbox'),
    ...{ appImage: isAppImage(env, process.resourcesPath), uid: process.getuid?.() },
  });
  if (withoutSandbox !== null) notices.tell(withoutSandbox);
  const settings = Settings.open(userData, (error) => {
    loggerFor('app')('error', `Settings could not be saved: ${String(error)}`);
    notices.tell(
      `The settings could not be saved: ${reasonOf(error)} (${userData}). Fix that; all are saved with the next change.`,
    );
  });
  // Without a window nobody else would say so.
  if (started.command && settings.notice !== null) process.stderr.write(`${settings.notice}\n`);
  const unusable: string[] = [];
  const options = openOptions(forced, settings, unusable);
  startLog({
    folder: options.get('logDir') ?? join(userData, 'logs'),
    level: options.get('logLevel'),
    toFile: options.get('logToFile'),
    toConsole: !app.isPackaged && started.command === null,
    onProblem: (sentence) => notices.tell(sentence),
  });
  const log = loggerFor('app');
  for (const note of started.notes) log('info', note);
  for (const [name, { value, from }] of Object.entries(forced))
    log('info', `${name} is ${String(value)} (${from})`);
  if (unusable.length > 0) {
    const names = unusable.join(', ');
    log('warn', `Saved settings that cannot be used were left out: ${names}`);
    const sentence = `Some saved settings cannot be used and are as usual: ${names}. Choose them again in the settings.`;
    if (started.command) process.stderr.write(`${sentence}\n`);
    else notices.tell(sentence);
  }
  const config = configOf(options, process.env);
  const devUrl = app.isPackaged ? null : config.devUrl;
  // Root cannot have Chromium's sandbox (containers, tests); whoever starts us so said --no-sandbox.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerSchemes();
  if (started.command) return runHeadless(started.command, config, { userData, settings, options });
  const devOrigin = devUrl === null ? null : new URL(devUrl).origin;
  logPageErrors(loggerFor('window'));
  denyEscapes(log, (url) => URL.canParse(url) && new URL(url).origin === devOrigin);

  let running: Promise<GalleryApp> | undefined;
  const start = () =>
    (running ??= app
      .whenReady()
      .then(() =>
        startApp({ ...config, devUrl }, { userData, settings, notices, options, opened: given.opened }),
      ));
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
    const { quiet, ...opened } = data as Given & { readonly quiet: boolean };
    if (!quiet) withApp((gallery) => gallery.receive(opened));
  });
  // macOS: files and folders opened with the app or dropped on its icon, and a click on it.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    withApp((gallery) => gallery.receive({ mediaDirs: [], opened: [path] }));
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
      const ended = await endInTime({ stop: () => gallery.stop(), after, log });
      stopped = true;
      if (ended) app.quit();
      // Everything is written, and an ordinary end would wait for what does not come.
      else process.kill(process.pid, 'SIGKILL');
    });
  });
  withApp(() => log('info', 'Started'));
}

/** A command without a window; the app ends with its exit code. */
function runHeadless(command: AskedCommand, config: Config, basis: Omit<HeadlessBasis, 'interrupted'>): void {
  // There is no window that could be closed last.
  app.on('window-all-closed', () => undefined);
  const interruption = new AbortController();
  app.on('before-quit', (event) => {
    event.preventDefault();
    interruption.abort();
  });
  const { signal: interrupted } = interruption;
  void app
    .whenReady()
    .then(() => runCommand(command, config, { ...basis, interrupted }))
    .catch((error: unknown) => {
      if (interrupted.aborted) return INTERRUPTED;
      loggerFor('app')('error', `${command.name}: ${error instanceof Error ? error.stack : String(error)}`);
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      return 1;
    })
    .then((code) => app.exit(code));
}

// Electron waits for it: until something is awaited there is no display, nor anything else.
await main();
