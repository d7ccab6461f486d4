// Runs in main: the system's dialogs in which a person chooses folders, and files of the settings.

import { BrowserWindow, dialog } from 'electron';
import type { Words } from './words.js';

/** Folders with photos and videos, several at once; none when it was cancelled. */
export const askForFolders = (texts: Words['texts']): Promise<string[]> =>
  ask({
    title: texts.dialogTitle,
    buttonLabel: texts.dialogButton,
    properties: ['openDirectory', 'multiSelections'],
  });

/** One folder for the app's own files, or one file; null when it was cancelled. */
export async function askForPath(kind: 'folder' | 'file', texts: Words['texts']): Promise<string | null> {
  const [path] = await ask({
    title: kind === 'folder' ? texts.dialogFolder : texts.dialogFile,
    buttonLabel: texts.dialogButton,
    properties: kind === 'folder' ? ['openDirectory', 'createDirectory'] : ['openFile'],
  });
  return path ?? null;
}

async function ask(options: Electron.OpenDialogOptions): Promise<string[]> {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options);
  return canceled ? [] : filePaths;
}
