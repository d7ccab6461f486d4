// Runs in main: choosing, adding and removing folders. Keeps roots, library and thumbnails in step.

import { realpath } from 'node:fs/promises';
import { isInside } from '../node/open-inside.js';
import type { RootId, RootInfo } from '../shared/contract.js';
import type { Logger } from './log.js';
import type { Root, Roots } from './roots.js';

export interface FolderServices {
  readonly roots: Roots;
  /** The app's own folder, absolute; it exists. */
  readonly userData: string;
  /** Shows the system's dialog; answers absolute paths, none when it was cancelled. */
  askForFolders(): Promise<string[]>;
  open(root: Root): void;
  close(root: RootId): void;
  list(): RootInfo[];
  /** Tells every window the folders and a sentence. */
  announce(roots: RootInfo[]): void;
  readonly notice: (message: string) => void;
  readonly log: Logger;
}

/**
 * What there is to say about a folder (its real path) that is the app's own (absolute) or lies in it; null: it is another one.
 * `path`: as it was named.
 */
export async function whyLacking(
  userData: string,
  { path, real }: Pick<Root, 'path' | 'real'>,
): Promise<string | null> {
  if (!isInside(await realpath(userData).catch(() => userData), real)) return null;
  return `${path} is where Home Gallery keeps its own files; thumbnails in it are not shown.`;
}

/** The chosen folders, as the user changes them. */
export class Folders {
  /** Those that are shown: all but what is shown as a part of another. */
  private readonly shown = new Set<RootId>();
  /** Those of which that has been told. */
  private readonly hidden = new Set<RootId>();

  constructor(private readonly services: FolderServices) {}

  /**
   * Opens the chosen folders, each but those that lie inside another by now, because a link leads elsewhere: nothing is
   * shown twice. They stay chosen. To be called again when a folder is found elsewhere.
   */
  settle(): void {
    const { roots, log, notice } = this.services;
    for (const root of roots.list()) {
      const holder = roots.holderOf(root);
      if (!holder) {
        this.open(root);
        continue;
      }
      this.shown.delete(root.id);
      if (this.hidden.has(root.id)) continue;
      this.hidden.add(root.id);
      const sentence = `${root.path} leads into ${holder.path} now, and is shown as part of that.`;
      log('warn', sentence);
      notice(sentence);
      this.services.close(root.id);
    }
  }

  /** Adds folders that a person chooses; `onChosen` is called when they have done so. Answers all folders. */
  async choose(onChosen: () => void = () => undefined): Promise<RootInfo[]> {
    const paths = await this.services.askForFolders();
    if (paths.length > 0) onChosen();
    return this.add(paths);
  }

  /** Adds folders; each that cannot be added is told in a sentence. Answers all folders. */
  async add(paths: readonly string[]): Promise<RootInfo[]> {
    const { roots, log } = this.services;
    const { added, absorbed, refused } = await roots.add(paths);
    for (const root of absorbed) {
      log('info', `Folder ${root.path} is now part of a folder above it`);
      this.close(root.id);
    }
    for (const root of added) {
      log('info', `Folder added: ${root.path}`);
      this.open(root);
    }
    const lacking = await Promise.all(added.map((root) => whyLacking(this.services.userData, root)));
    for (const sentence of [...refused, ...lacking.filter((one) => one !== null)]) {
      log('warn', sentence);
      this.services.notice(sentence);
    }
    return this.announce();
  }

  /** Forgets a folder; nothing on disk changes. */
  remove(id: RootId): RootInfo[] {
    this.services.roots.remove(id);
    this.close(id);
    // What was shown as a part of it is shown by itself again.
    this.settle();
    return this.announce();
  }

  private open(root: Root): void {
    this.hidden.delete(root.id);
    this.shown.add(root.id);
    this.services.open(root);
  }

  private close(id: RootId): void {
    this.hidden.delete(id);
    this.shown.delete(id);
    this.services.close(id);
  }

  private announce(): RootInfo[] {
    const list = this.services.list();
    this.services.announce(list);
    return list;
  }
}
