// Runs in main: a window whose page's process has ended would stay blank. Its page is loaded again, and says so; one that
// ends again and again is asked about first.

import { dialog, type BrowserWindow, type RenderProcessGoneDetails } from 'electron';
import type { Words } from './words.js';

/** A page may end so often in so many milliseconds before a person is asked. */
const MOST = 3;
const PERIOD = 60_000;

export interface Reviving {
  /** Loads the page; resolves when it is there. */
  readonly load: () => Promise<void>;
  /** The page is there again. */
  readonly onBack: () => void;
  /** Whether it is to be tried once more. */
  readonly ask: (window: BrowserWindow) => Promise<boolean>;
  /** Milliseconds. */
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/** The part of a window that is used. */
interface Revived {
  readonly webContents: {
    on(event: 'render-process-gone', gone: (event: unknown, details: RenderProcessGoneDetails) => void): void;
  };
  isDestroyed(): boolean;
  close(): void;
}

/** Loads the page of a window again whenever its process ends without having been asked to. */
export function revive(window: Revived, { load, onBack, ask, now, onError }: Reviving): void {
  let ends: readonly number[] = [];
  const goOn = async () => {
    ends = [...ends.filter((time) => now() - time < PERIOD), now()];
    if (ends.length > MOST) {
      if (!(await ask(window as BrowserWindow))) return window.close();
      ends = [];
    }
    if (window.isDestroyed()) return;
    await load();
    onBack();
  };
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    // Not while Electron is busy with what has ended.
    setImmediate(() => {
      if (!window.isDestroyed()) goOn().catch(onError);
    });
  });
}

/** Tells it in the windows, and asks in the system's dialog. */
export const howToRevive = (
  notice: (message: string) => void,
  texts: () => Words['texts'],
): Pick<Reviving, 'onBack' | 'ask'> => ({
  onBack: () => notice('The window had ended unexpectedly and was opened again.'),
  ask: (window) => askWhetherAgain(window, texts()),
});

async function askWhetherAgain(window: BrowserWindow, texts: Words['texts']): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: texts.windowGone,
    detail: texts.windowGoneDetail,
    buttons: [texts.windowAgain, texts.menuClose],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}
