// Runs in main: the only file that sends to windows.

import { BrowserWindow } from 'electron';
import type { EventName, Events } from '../../shared/contract.js';

export type Send = <K extends EventName>(name: K, payload: Events[K]) => void;

/** Tells every open window. */
export const sendToWindows: Send = (name, payload) => {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send(name, payload);
  }
};

/** Tells the window that a person is in, or the newest one when they are in none. */
export const sendToFocused: Send = (name, payload) => {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  if (window && !window.isDestroyed()) window.webContents.send(name, payload);
};
