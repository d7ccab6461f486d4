// @ts-check
// Runs in main of an app that does nothing but open an empty window: what every start is measured against.

import { app, BrowserWindow } from 'electron';

const PAGE = 'data:text/html,<!doctype html><title>Empty</title><p>Empty';

function open() {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    webPreferences: { sandbox: true },
  });
  window.once('ready-to-show', () => window.show());
  return window.loadURL(PAGE);
}

app.on('window-all-closed', () => app.quit());
// Not awaited here: Electron gets ready only once this module has ended.
void app.whenReady().then(open);
