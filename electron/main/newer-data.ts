// Runs in main, before anything is opened: refuses to start on what a newer version has kept for a person. This version would
// take its settings for damaged, or could not show its favourites; and what it then wrote would stand in their way later.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { versionInHeader } from '../node/sqlite-header.js';
import { versionInWal } from '../node/sqlite-wal.js';
import { SETTINGS_VERSION, USER_DATA_VERSION } from '../shared/data-versions.js';
import { readWords, type WordsOptions } from './words.js';

/** Exit code of a start that was refused for the sake of newer data. */
export const NEWER_DATA = 3;

/** The first file (absolute path) that a newer version has written; null when there is none. Only reads. */
export function findNewerData(folder: string): string | null {
  const settings = join(folder, 'settings.json');
  if (settingsVersion(settings) > SETTINGS_VERSION) return settings;
  const user = join(folder, 'user.db');
  // What a killed app did last stands in the log alone.
  return (versionInWal(user) ?? versionInHeader(user) ?? 0) > USER_DATA_VERSION ? user : null;
}

/** 0 for what is not there or is none of ours, which is another's to tell. */
function settingsVersion(file: string): number {
  try {
    const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version?: unknown };
    return typeof version === 'number' ? version : 0;
  } catch {
    return 0;
  }
}

export interface Refusal {
  /** What {@link findNewerData} found. */
  readonly file: string;
  readonly folder: string;
  readonly language: WordsOptions['language'];
  /** Whether there is somebody who can close a dialog. */
  readonly window: boolean;
}

/** Says why the app does not start, and ends it. */
export async function refuse({ file, folder, language, window }: Refusal): Promise<void> {
  await app.whenReady();
  const { texts } = await readWords({ folder, language, preferred: app.getPreferredSystemLanguages() });
  const title = texts.newerTitle;
  const detail = texts.newerDetail({ file, version: app.getVersion() });
  process.stderr.write(`${title}\n${detail}\n`);
  if (window) {
    const buttons = [texts.menuQuit];
    await dialog.showMessageBox({ type: 'error', title: texts.appName, message: title, detail, buttons });
  }
  app.exit(NEWER_DATA);
}
