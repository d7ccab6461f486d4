// @ts-check
// Runs in main of an app that does nothing but open an empty window: what every start is measured against.

import { app, BrowserWindow } from 'electron';

await app.whenReady();
const window = new BrowserWindow({
  width: 1280,
  height: 800,
  show: false,
  webPreferences: { sandbox: true },
});
window.once('ready-to-show', () => window.show());
app.on('window-all-closed', () => app.quit());
await window.loadURL('data:text/html,<!doctype html><title>Empty</title><p>Empty');
