// Runs in main: the only file that sends to windows.

import { BrowserWindow, webContents } from 'electron';
import type { EventName, Events } from '../../shared/contract.js';

export type Send = <K extends EventName>(name: K, payload: Events[K]) => void;

/** Tells every open window. */
export const sendToWindows: Send = (name, payload) => {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send(name, payload);
  }
};

/** Tells one window. */
export function sendTo<K extends EventName>(window: BrowserWindow, name: K, payload: Events[K]): void {
  if (!window.isDestroyed()) window.webContents.send(name, payload);
}

/** Tells the window whose contents have this id, should it still be there. */
export function sendToContents<K extends EventName>(id: number, name: K, payload: Events[K]): void {
  const contents = webContents.fromId(id);
  const window = contents && BrowserWindow.fromWebContents(contents);
  if (window) sendTo(window, name, payload);
}

/**
 * Has a window run a command that was chosen in the application menu, as if it had been chosen in the page: Chromium
 * lets a page fill the screen only shortly after a key or a click in it.
 */
export async function runInPage(window: BrowserWindow, id: string): Promise<void> {
  if (window.isDestroyed()) return;
  await window.webContents.executeJavaScript('undefined', true);
  sendTo(window, 'menu.command', { id });
}
