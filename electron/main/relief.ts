// Runs in main: gives back the memory of pictures that are no longer looked at. Chromium keeps what it has decoded, up to 512 MB,
// until the computer runs short of memory: photos in the viewer take 6 to 24 MB each, thumbnails about half a megabyte. What the page
// itself has left behind it collects late as well.

import { app, BrowserWindow, powerMonitor, type WebContents } from 'electron';
import { sendToWindows } from './ipc/send.js';
import type { Logger } from './log.js';

const MEGABYTE = 1024 * 1024;
/** Bytes of a window's process above which it is worth it: an empty window has about 100 MB, the grid up to 150 more. */
const WORTH_IT = 260 * MEGABYTE;
/** And so many more than were left the last time: a large window has more, and would be told again and again. Bytes. */
const STEP = 16 * MEGABYTE;
/** Nothing may be collected while a person does something: it holds a window for some frames. Seconds without a key or the pointer. */
const REST = 1;
/** Milliseconds after a picture is given to a window: it and its neighbours are decoded by then. */
const DELAY = 700;

export interface ReliefParts {
  /** Bytes of the largest process of a window. */
  readonly memory: () => number;
  /** Makes Chromium drop what it keeps without need; what is on the screen stays. Answers whether it could be told. */
  readonly purge: () => Promise<boolean>;
  /** Has the largest window collect its garbage. Answers whether it could be told. */
  readonly collect: () => Promise<boolean>;
  /** Seconds since a person did something. */
  readonly idle: () => number;
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
  /** And after it had collected its garbage. */
  private swept = 0;

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
    const { memory, purge, after, onDone } = this.parts;
    const before = memory();
    this.left = Math.min(this.left, before);
    this.swept = Math.min(this.swept, before);
    if (before < Math.max(WORTH_IT, this.left + STEP)) return;
    if (!(await this.attempt('Decoded pictures dropped', before, purge))) return;
    onDone();
    after(DELAY, () => void this.sweep());
  }

  /** Where much is left although nothing decoded is. */
  private async sweep(): Promise<void> {
    const { memory, idle, collect, after } = this.parts;
    this.left = memory();
    if (this.left < Math.max(WORTH_IT, this.swept + STEP) || idle() < REST) return;
    if (!(await this.attempt('Garbage collected', this.left, collect))) return;
    // Pages of memory are given back a moment later.
    after(DELAY, () => (this.left = this.swept = memory()));
  }

  private async attempt(what: string, before: number, work: () => Promise<boolean>): Promise<boolean> {
    const { log } = this.parts;
    try {
      const done = await work();
      if (done) log('debug', `${what}: a window had ${Math.round(before / MEGABYTE)} MB`);
      return done;
    } catch (error) {
      log('warn', `${what}: this did not work: ${String(error)}`);
      return false;
    }
  }
}

/** The real one. */
export const createRelief = (log: Logger): Relief =>
  new Relief({
    memory: () => largest().memory,
    purge: () => tell('Memory.simulatePressureNotification', { level: 'critical' }),
    collect: () => tell('HeapProfiler.collectGarbage'),
    idle: () => powerMonitor.getSystemIdleTime(),
    after: (ms, run) => setTimeout(run, ms),
    onDone: () => sendToWindows('memory.relieved', {}),
    log,
  });

/** The window whose process has most, and what it has, bytes. */
function largest(): { readonly memory: number; readonly contents: WebContents | undefined } {
  const pages = app.getAppMetrics().filter(({ type }) => type === 'Tab');
  const [most] = pages.sort((a, b) => b.memory.workingSetSize - a.memory.workingSetSize);
  const windows = BrowserWindow.getAllWindows().map(({ webContents }) => webContents);
  const contents = windows.find((one) => one.getOSProcessId() === most?.pid) ?? windows[0];
  return { memory: (most?.memory.workingSetSize ?? 0) * 1024, contents };
}

/** Chromium has no other way to be told that memory is short, which it then is for all windows, or to collect garbage. */
async function tell(command: string, parameters = {}): Promise<boolean> {
  const tools = largest().contents?.debugger;
  // It is being told something else.
  if (!tools || tools.isAttached()) return false;
  tools.attach();
  try {
    await tools.sendCommand(command, parameters);
    return true;
  } finally {
    if (tools.isAttached()) tools.detach();
  }
}
