// Runs in main: gives back the memory of pictures that are no longer looked at. Chromium keeps what it has decoded, up to 512 MB,
// until the computer runs short of memory: photos in the viewer take 6 to 24 MB each, thumbnails about half a megabyte.

import { app, BrowserWindow } from 'electron';
import { sendToWindows } from './ipc/send.js';
import type { Logger } from './log.js';

const MEGABYTE = 1024 * 1024;
/** Bytes of a window's process above which it is worth it: an empty window has about 100 MB, the grid up to 150 more. */
const WORTH_IT = 260 * MEGABYTE;
/** And so many more than were left the last time: a large window has more, and would be told again and again. Bytes. */
const STEP = 24 * MEGABYTE;
/** Milliseconds after a picture is given to a window: it and its neighbours are decoded by then. */
const DELAY = 700;

export interface ReliefParts {
  /** Bytes of the largest process of a window. */
  readonly memory: () => number;
  /** Makes Chromium drop what it keeps without need; what is on the screen stays. */
  readonly purge: () => Promise<void>;
  /** Calls back once after a delay in milliseconds. */
  readonly after: (ms: number, run: () => void) => void;
  /** What was decoded ahead is dropped as well. */
  readonly onDone: () => void;
  readonly log: Logger;
}

export class Relief {
  private pending = false;
  /** What a window had the last time after it. */
  private left = 0;

  constructor(private readonly parts: ReliefParts) {}

  /** A window gets another picture to show, or other photos are looked at in a viewer. */
  noteShown(): void {
    if (this.pending) return;
    this.pending = true;
    this.parts.after(DELAY, () => {
      this.pending = false;
      void this.relieve();
    });
  }

  private async relieve(): Promise<void> {
    const { memory, purge, after, onDone, log } = this.parts;
    const before = memory();
    this.left = Math.min(this.left, before);
    if (before < Math.max(WORTH_IT, this.left + STEP)) return;
    try {
      await purge();
      onDone();
      after(DELAY, () => (this.left = memory()));
      log('debug', `Decoded pictures dropped: a window had ${Math.round(before / MEGABYTE)} MB`);
    } catch (error) {
      log('warn', `Decoded pictures were not dropped: ${String(error)}`);
    }
  }
}

/** The real one. */
export const createRelief = (log: Logger): Relief =>
  new Relief({
    memory: () => {
      const pages = app.getAppMetrics().filter(({ type }) => type === 'Tab');
      return Math.max(0, ...pages.map(({ memory }) => memory.workingSetSize * 1024));
    },
    purge,
    after: (ms, run) => setTimeout(run, ms),
    onDone: () => sendToWindows('memory.relieved', {}),
    log,
  });

/** Tells Chromium that memory is short, the only way to have it drop them. Holds main and the windows for some milliseconds. */
async function purge(): Promise<void> {
  const [window] = BrowserWindow.getAllWindows();
  const tools = window?.webContents.debugger;
  if (!tools || tools.isAttached()) return;
  tools.attach();
  try {
    await tools.sendCommand('Memory.simulatePressureNotification', { level: 'critical' });
  } finally {
    if (tools.isAttached()) tools.detach();
  }
}
