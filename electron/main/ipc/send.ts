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
