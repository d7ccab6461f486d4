// Runs in main: whether this build knows a place to ask for newer versions, and whether it can replace itself. That place is
// written into a build by electron-builder (`app-update.yml`), and there is none in a build that is made elsewhere.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { developerVariable } from '../../shared/options.js';
import type { UpdateSupport } from '../../shared/updates.js';
import { isAppImage } from '../app-image.js';

export interface Feed {
  readonly support: UpdateSupport;
  /** The file that names the place; null where there is none. */
  readonly config: string | null;
  /** The page with all versions. */
  readonly page: string | null;
}

export interface Installed {
  readonly packaged: boolean;
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `process.resourcesPath` */
  readonly resources: string;
  /** The app's own folder, with its package.json. */
  readonly app: string;
}

/** Only what was not packaged can be told another place: by the file that HOME_GALLERY_UPDATE_CONFIG names. */
export function findFeed({ packaged, platform, env, resources, app }: Installed): Feed {
  const config = packaged
    ? join(resources, 'app-update.yml')
    : (developerVariable('updateConfig', env) ?? join(app, 'app-update.yml'));
  if (!existsSync(config)) return { support: 'none', config: null, page: null };
  const support = replacesItself(platform, env, resources) ? 'installs' : 'tells';
  return { support, config, page: pageOf(app) };
}

/** What a packaging system installed, or a person unpacked, is replaced by the same. */
function replacesItself(platform: NodeJS.Platform, env: Installed['env'], resources: string): boolean {
  // The updater replaces the file that the environment names: it had better be this app's.
  if (platform === 'linux') return isAppImage(env, resources);
  return platform === 'darwin' || (platform === 'win32' && env['PORTABLE_EXECUTABLE_FILE'] === undefined);
}

function pageOf(app: string): string | null {
  const { homepage } = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8')) as { homepage?: string };
  return homepage === undefined ? null : `${homepage}/releases`;
}
