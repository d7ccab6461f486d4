// Runs in main: choosing, adding and removing folders. Keeps roots, library and thumbnails in step.

import type { RootId, RootInfo } from '../shared/contract.js';
import type { Logger } from './log.js';
import type { Root, Roots } from './roots.js';

export interface FolderServices {
  readonly roots: Roots;
  /** Shows the system's dialog; answers absolute paths, none when it was cancelled. */
  askForFolders(): Promise<string[]>;
  open(root: Root): void;
  close(root: RootId): void;
  list(): RootInfo[];
  /** Tells every window the folders and a sentence. */
  announce(roots: RootInfo[]): void;
  notice(message: string): void;
  readonly log: Logger;
}

/** The chosen folders, as the user changes them. */
export class Folders {
  constructor(private readonly services: FolderServices) {}

  async choose(): Promise<RootInfo[]> {
    return this.add(await this.services.askForFolders());
  }

  /** Adds folders; each that cannot be added is told in a sentence. Answers all folders. */
  async add(paths: readonly string[]): Promise<RootInfo[]> {
    const { roots, log } = this.services;
    const { added, absorbed, refused } = await roots.add(paths);
    for (const root of absorbed) {
      log('info', `Folder ${root.path} is now part of a folder above it`);
      this.services.close(root.id);
    }
    for (const root of added) {
      log('info', `Folder added: ${root.path}`);
      this.services.open(root);
    }
    for (const sentence of refused) {
      log('warn', sentence);
      this.services.notice(sentence);
    }
    return this.announce();
  }

  /** Forgets a folder; nothing on disk changes. */
  remove(id: RootId): RootInfo[] {
    this.services.roots.remove(id);
    this.services.close(id);
    return this.announce();
  }

  private announce(): RootInfo[] {
    const list = this.services.list();
    this.services.announce(list);
    return list;
  }
}
