// @ts-check
// Runs in main of an app that does nothing but show a page of boxes: what scrolling is measured against.

import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

function open() {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    webPreferences: { sandbox: true },
  });
  window.once('ready-to-show', () => window.show());
  return window.loadFile(join(import.meta.dirname, 'boxes.html'));
}

app.on('window-all-closed', () => app.quit());
// Not awaited here: Electron gets ready only once this module has ended.
void app.whenReady().then(open);
