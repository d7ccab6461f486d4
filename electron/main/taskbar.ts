// Runs in main: what the system shows of the app outside its window: how far the thumbnails are, on the icon in the taskbar
// or dock, and the recent folders.

import { app, BrowserWindow, Menu } from 'electron';
import type { ThumbnailStatus } from '../shared/contract.js';
import { dockMenuOf, jumpListOf } from './recent.js';

/** Fewer are made before anybody has looked. */
const WORTH_SHOWING = 100;

/** What to show, from 0 to 1, or -1 for nothing; `shown`: whether something is shown already. */
export function progressOf(
  { total, done, failed, pending, paused }: ThumbnailStatus,
  shown: boolean,
): number {
  const left = total - done - failed;
  if (paused || pending === 0 || left <= 0 || total === 0) return -1;
  return shown || left >= WORTH_SHOWING ? (done + failed) / total : -1;
}

export class TaskbarProgress {
  private shown = -1;

  constructor(private readonly set: (progress: number) => void = setOnWindows) {}

  update(status: ThumbnailStatus): void {
    // The icon has some twenty pixels: hundredths are enough.
    const progress = Math.round(progressOf(status, this.shown >= 0) * 100) / 100;
    if (progress === this.shown) return;
    this.shown = progress;
    this.set(progress);
  }
}

/** Shows what passes by on the icon as well. */
export function withProgress(next: (status: ThumbnailStatus) => void): (status: ThumbnailStatus) => void {
  const progress = new TaskbarProgress();
  return (status) => {
    next(status);
    progress.update(status);
  };
}

function setOnWindows(progress: number): void {
  for (const window of BrowserWindow.getAllWindows()) window.setProgressBar(progress);
}

/** Hands the recent folders (absolute paths) to the system. */
export function showRecent(paths: readonly string[], title: string, open: (path: string) => void): void {
  // The portable program unpacks itself into a folder that is gone after its end.
  const program = process.env['PORTABLE_EXECUTABLE_FILE'] ?? process.execPath;
  if (process.platform === 'win32') app.setJumpList(jumpListOf(paths, title, program));
  if (process.platform === 'darwin') app.dock?.setMenu(Menu.buildFromTemplate(dockMenuOf(paths, open)));
}

/** Arguments of the recent folders that a person took off the jump list: they must not come back (Windows). */
export function takenOff(): ReadonlySet<string> {
  if (process.platform !== 'win32') return new Set();
  return new Set(app.getJumpListSettings().removedItems.map(({ args = '' }) => args));
}
