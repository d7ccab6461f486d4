// Runs in main: what goes wrong in the windows and in Chromium's own processes ends up in the log.

import { app, type Event, type WebContentsConsoleMessageEventParams } from 'electron';
import type { LogLevel } from '../shared/messages.js';
import type { Logger } from './log.js';

/** Levels of console messages: names since Electron 35, numbers before. */
const LEVELS: Readonly<Record<string, LogLevel>> = { warning: 'warn', error: 'error', 2: 'warn', 3: 'error' };

/** What Chromium calls the processes that the app starts; those it starts for itself (the network's) are others. */
const OWN_CHILD = 'node.mojom.NodeService';

/** Follows all windows from now on. Errors that nobody caught in a page come as messages of its console. */
export function logPageErrors(log: Logger): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on(
      'console-message',
      (event: Event<WebContentsConsoleMessageEventParams>, ...before: readonly unknown[]) => {
        const [level, message, line, source] =
          before.length > 0 ? before : [event.level, event.message, event.lineNumber, event.sourceId];
        const known = LEVELS[String(level)];
        if (known) log(known, `${String(message)} (${fileName(String(source))}:${String(line)})`);
      },
    );
    contents.on('render-process-gone', (_gone, { reason, exitCode }) => {
      if (reason !== 'clean-exit')
        log('critical', `The window's process ended: ${reason} (code ${exitCode})`);
    });
    contents.on('unresponsive', () => log('error', 'The window does not answer'));
    contents.on('responsive', () => log('warn', 'The window answers again'));
    contents.on('preload-error', (_failed, path, error) =>
      log('critical', `${fileName(path)} failed: ${error.stack ?? error.message}`),
    );
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode, name, serviceName }) => {
    // The app ends its own children on purpose, and their owners tell when one ends by itself.
    if (serviceName === OWN_CHILD || reason === 'clean-exit' || reason === 'killed') return;
    log('error', `${name ?? serviceName ?? type} ended: ${reason} (code ${exitCode})`);
  });
}

const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? '';
