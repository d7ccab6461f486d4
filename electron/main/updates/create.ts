// Runs in main: updates, put together for the app.

import { app } from 'electron';
import { sendToWindows } from '../ipc/send.js';
import { loggerFor } from '../log.js';
import type { Options } from '../options/options.js';
import type { Settings } from '../settings.js';
import { findFeed } from './feed.js';
import { Updates } from './updates.js';

export interface UpdatesBasis {
  readonly userData: string;
  readonly settings: Settings;
  readonly options: Options;
  readonly notice: (message: string) => void;
}

export function createUpdates({ userData, settings, options, notice }: UpdatesBasis): Updates {
  const log = loggerFor('updates');
  const { isPackaged: packaged } = app;
  const { platform, env, resourcesPath: resources } = process;
  const feed = findFeed({ packaged, platform, env, resources, app: app.getAppPath() });
  return new Updates({
    ...{ feed, log, notice, now: Date.now },
    load: async (agreed) => {
      const { createUpdater } = await import('./updater.js');
      const installs = feed.support === 'installs';
      return createUpdater({ agreed, packaged, installs, userData, log, config: feed.config! });
    },
    isOn: () => options.get('updates'),
    checkedAt: () => settings.value.updatesCheckedAt ?? null,
    noteChecked: (updatesCheckedAt) => settings.update({ updatesCheckedAt }),
    after: (ms, callback) => {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
    tell: (status) => sendToWindows('updates.status', status),
  });
}
