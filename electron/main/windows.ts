// Runs in main: the windows of the app, all on one library: which are open, where they stand, and that they come back.

import { BrowserWindow } from 'electron';
import { sendTo, type Send } from './ipc/send.js';
import { revive, type Reviving } from './revive.js';
import type { WindowBounds } from './settings.js';
import type { WindowOptions } from './window.js';

/** A window as it is kept between starts. */
export interface SavedWindow {
  /** From 1: under it the page keeps its view. */
  readonly number: number;
  readonly bounds?: WindowBounds | undefined;
}

export interface WindowsOptions {
  readonly open: (options: Pick<WindowOptions, 'bounds' | 'saveBounds'> & { readonly url: string }) => {
    readonly window: BrowserWindow;
    readonly loaded: Promise<void>;
  };
  /** Address of the page of a window; `from`: the number of the one it begins like. */
  readonly url: (number: number, from: number | null) => string;
  /** As of the last run. */
  readonly saved: readonly SavedWindow[];
  /** Where a window of an older version stood. */
  readonly bounds: WindowBounds | undefined;
  readonly save: (windows: SavedWindow[]) => void;
  /** A page is gone, by the id of its web contents. */
  readonly onGone: (contents: number) => void;
  /** What there is to say about a page that was loaded again because its process had ended. */
  readonly reviving: Pick<Reviving, 'onBack' | 'ask'>;
  readonly onError: (error: unknown) => void;
}

interface Open {
  readonly number: number;
  readonly window: BrowserWindow;
  /** Of its web contents, which are gone when the window is. */
  readonly contents: number;
  bounds: WindowBounds | undefined;
}

/** A new window stands so far right of and below the one it comes from, pixels. */
const STEP = 32;

export class Windows {
  private readonly open: Open[] = [];
  /** That had the focus last. */
  private last: Open | null = null;
  private ending = false;

  constructor(private readonly options: WindowsOptions) {}

  /** How many are open. */
  get count(): number {
    return this.open.length;
  }

  /** Opens the windows of the last run, or the first one ever; resolves when the first page is there. */
  async restore(): Promise<void> {
    const { saved, bounds } = this.options;
    const [first, ...others] = saved.length > 0 ? saved : [{ number: 1, bounds }];
    const loaded = this.add(first!.number, null, first!.bounds ?? bounds);
    // One page after the other: each wants its files from this process at once.
    await loaded;
    await Promise.all(others.map(({ number, bounds: place }) => this.add(number, null, place)));
  }

  /** Shows the window that was used last; opens one when there is none. */
  show(): void {
    const window = this.used?.window;
    if (window === undefined) {
      const [last] = this.options.saved;
      void this.add(last?.number ?? 1, null, last?.bounds ?? this.options.bounds);
      return;
    }
    if (window.isMinimized()) window.restore();
    window.focus();
  }

  /** Tells the window that was used last: the one that {@link show} shows. */
  readonly tell: Send = (name, payload) => {
    const window = this.used?.window;
    if (window !== undefined) sendTo(window, name, payload);
  };

  /** Opens another window that begins where the one with these web contents is; without any like the one used last. */
  openBeside(contents: number | null): void {
    const beside = this.open.find((one) => one.contents === contents) ?? this.used;
    if (beside === undefined) return this.show();
    const { window, number: from } = beside;
    const { x, y, width, height } = window.getNormalBounds();
    const place = { x: x + STEP, y: y + STEP, width, height, maximized: false };
    void this.add(this.freeNumber(), from, place);
  }

  /** The app ends: windows that are open now come back. */
  end(): void {
    this.ending = true;
    this.keep();
  }

  private add(number: number, from: number | null, bounds: WindowBounds | undefined): Promise<void> {
    const { open, url, onError } = this.options;
    const entry: { current: Open | null } = { current: null };
    const { window, loaded } = open({
      bounds,
      url: url(number, from),
      saveBounds: (next) => {
        if (entry.current !== null) entry.current.bounds = next;
        this.keep();
      },
    });
    const added: Open = { number, window, contents: window.webContents.id, bounds };
    entry.current = added;
    this.open.push(added);
    window.on('focus', () => (this.last = added));
    window.on('closed', () => this.closed(added));
    revive(window, {
      ...this.options.reviving,
      load: async () => {
        this.options.onGone(added.contents);
        if (!this.ending) await window.loadURL(url(number, null));
      },
      now: Date.now,
      onError,
    });
    this.keep();
    return loaded.catch(onError);
  }

  private closed(gone: Open): void {
    this.options.onGone(gone.contents);
    if (this.last === gone) this.last = null;
    // Those that are closed by the end of the app come back, and so does the last one.
    if (this.ending) return;
    this.open.splice(this.open.indexOf(gone), 1);
    this.keep();
  }

  private keep(): void {
    if (this.open.length === 0) return;
    this.options.save(this.open.map(({ number, bounds }) => ({ number, bounds })));
  }

  /** The window used last; of windows that never had the focus the first. */
  private get used(): Open | undefined {
    const focused = BrowserWindow.getFocusedWindow();
    return this.open.find(({ window }) => window === focused) ?? this.last ?? this.open[0];
  }

  private freeNumber(): number {
    for (let number = 1; ; number++) if (!this.open.some((one) => one.number === number)) return number;
  }
}
