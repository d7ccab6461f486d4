// Runs in main: the system's dialogs for the file that takes marks elsewhere.

import { BrowserWindow, dialog } from 'electron';
import { join } from 'node:path';
import type { Words } from './words.js';

const FILTERS = [{ name: 'JSON', extensions: ['json'] }];

/** Asks where to write; null when the dialog was cancelled. `folder`: where it begins (absolute path). */
export async function askWhereToExport(folder: string, texts: Words['texts']): Promise<string | null> {
  const options: Electron.SaveDialogOptions = {
    title: texts.exportTitle,
    defaultPath: join(folder, 'home-gallery-marks.json'),
    filters: FILTERS,
  };
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const { canceled, filePath } = window
    ? await dialog.showSaveDialog(window, options)
    : await dialog.showSaveDialog(options);
  return canceled || filePath === '' ? null : filePath;
}

/** Asks for a file to read; null when the dialog was cancelled. */
export async function askWhatToImport(texts: Words['texts']): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    title: texts.importTitle,
    properties: ['openFile'],
    filters: FILTERS,
  };
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options);
  return canceled ? null : (filePaths[0] ?? null);
}
