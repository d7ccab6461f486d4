// Runs in main: the ways into the gallery from outside its window, put together: what is opened with it, and the recent
// folders that the system offers.

import { join } from 'node:path';
import { isInside } from '../node/open-inside.js';
import type { RootId } from '../shared/contract.js';
import { toFailure } from '../shared/result.js';
import type { Folders } from './folders.js';
import type { Library } from './library/library.js';
import { Opening } from './opening.js';
import { asArgument, RecentFolders } from './recent.js';
import type { Roots } from './roots.js';
import type { Settings } from './settings.js';
import type { Speech } from './speech.js';
import { showRecent, takenOff } from './taskbar.js';
import type { Windows } from './windows.js';

/** What a start is given: folders to add, and whatever is to be opened and shown. */
export interface Given {
  readonly mediaDirs: readonly string[];
  readonly opened: readonly string[];
}

export interface EntranceServices {
  readonly roots: Roots;
  readonly folders: Folders;
  readonly settings: Settings;
  readonly library: Library;
  readonly notice: (message: string) => void;
  readonly windows: Pick<Windows, 'tell'>;
  readonly speech: Speech;
}

export class Entrance {
  readonly opening: Opening;
  private readonly recent: RecentFolders;

  constructor(private readonly services: EntranceServices) {
    const { settings, roots, folders, library, notice, speech, windows } = services;
    this.opening = new Opening({
      ...{ roots, folders, notice },
      open: (root) => library.open(root),
      // Of several windows one goes there: the one that comes to the front.
      announce: () => windows.tell('roots.opened', {}),
      onFolder: (path) => this.recent.note(path),
    });
    const open = (path: string) => {
      this.opening.open([path]).catch((error: unknown) => notice(toFailure(error).message));
    };
    // Asked before a list is handed over: only until then does Windows know.
    const off = takenOff();
    this.recent = new RecentFolders({
      saved: settings.value.recentFolders ?? [],
      save: (recentFolders) => settings.update({ recentFolders: [...recentFolders] }),
      wanted: (path) => !off.has(asArgument(path)) && roots.containing(path) !== undefined,
      show: (paths) => showRecent(paths, speech.words.texts.recentFolders, open),
    });
  }

  async take({ mediaDirs, opened }: Given): Promise<void> {
    if (mediaDirs.length > 0) await this.services.folders.add(mediaDirs);
    await this.opening.open(opened);
  }

  /** A person looks at a folder (relative path) in the window. Of one that is only visited nobody is to be reminded. */
  visited(id: RootId, folder: string): void {
    const root = this.services.roots.get(id);
    if (!root || root.visited) return;
    const path = folder === '' ? root.real : join(root.real, folder);
    if (isInside(root.real, path)) this.recent.note(path);
  }

  /** A folder was taken out of the gallery. */
  removed(): void {
    this.recent.keep((path) => this.services.roots.containing(path) !== undefined);
  }
}
