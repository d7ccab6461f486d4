// Runs in main: files and folders that somebody opened from outside: on the command line, with "Open with", from a list of
// recent folders. A folder becomes one of the gallery's. A file is shown at once; if it lies in no chosen folder, the
// folder around it is visited: its files can be leafed through, nothing below it is read, and nothing of it is kept.

import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, relative, sep } from 'node:path';
import type { Opened, RootId, RootInfo } from '../shared/contract.js';
import { formatOf, isSkippedFile, isSkippedFolder } from '../shared/media.js';
import { AppError } from '../shared/result.js';
import { decodeName, diskPath } from '../node/raw-paths.js';
import type { Folders } from './folders.js';
import type { Root, Roots } from './roots.js';

export interface OpeningServices {
  readonly roots: Roots;
  readonly folders: Folders;
  /** Starts to read a visited folder. */
  readonly open: (root: Root) => void;
  /** Something waits to be taken. */
  readonly announce: () => void;
  readonly notice: (message: string) => void;
  /** A folder (absolute path) that a person went to. */
  readonly onFolder: (path: string) => void;
}

export class Opening {
  private waiting: Opened | null = null;

  constructor(private readonly services: OpeningServices) {}

  /** Opens absolute paths; what cannot be opened is told in a sentence. Of several the last one is shown. */
  async open(paths: readonly string[]): Promise<void> {
    let shown: Opened | null = null;
    for (const path of paths) shown = (await this.openOne(path)) ?? shown;
    if (shown === null) return;
    this.waiting = shown;
    this.services.announce();
  }

  /** What is to be shown, once. */
  take(): Opened | null {
    const { waiting } = this;
    this.waiting = null;
    return waiting;
  }

  /** Makes a visited folder one of the gallery's. @throws AppError `not-found` when there is none of that id */
  async keep(id: RootId): Promise<RootInfo[]> {
    const root = this.services.roots.get(id);
    if (!root?.visited) throw new AppError('not-found', 'This folder is no longer part of the gallery.');
    const list = await this.services.folders.add([root.path]);
    const kept = this.services.roots.containing(root.real);
    if (kept) {
      this.waiting = { root: kept.id, folder: inside(kept, root.real), file: null };
      this.services.announce();
    }
    return list;
  }

  private async openOne(path: string): Promise<Opened | null> {
    const { folders, notice, roots, onFolder } = this.services;
    let real: string;
    let isFolder: boolean;
    try {
      real = decodeName(await realpath(diskPath(path), { encoding: 'buffer' }));
      isFolder = (await stat(diskPath(real))).isDirectory();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      notice(
        code === 'ENOENT'
          ? `${path} does not exist. See whether it was moved, or connect its drive.`
          : `${path} cannot be read (${code}). Allow reading it, then try it again.`,
      );
      return null;
    }
    if (!isFolder) return this.openFile(path, real);
    if (!roots.containing(real)) await folders.add([path]);
    const root = roots.containing(real);
    if (!root) return null;
    onFolder(real);
    return { root: root.id, folder: inside(root, real), file: null };
  }

  private openFile(path: string, real: string): Opened | null {
    const file = basename(real);
    if (formatOf(file) === undefined || isSkippedFile(file)) {
      this.services.notice(`${path} is not a photo or video that can be shown.`);
      return null;
    }
    const around = dirname(real);
    const { roots } = this.services;
    const chosen = roots.containing(around);
    // What a chosen folder does not show (`.trash`, `@eaDir`) is visited like any other folder.
    const root = chosen && !isHidden(inside(chosen, around)) ? chosen : this.visit(around);
    return { root: root.id, folder: inside(root, around), file };
  }

  /** One folder at a time: who opens files from many folders does not want to collect them. */
  private visit(real: string): Root {
    const { roots, folders, open } = this.services;
    const before = roots.visited;
    if (before?.real === real) return before;
    const root = roots.visit(real);
    open(root);
    if (before) folders.remove(before.id);
    return root;
  }
}

/** The path of a folder relative to the root it lies in, `/` between parts. */
const inside = (root: Root, real: string): string => relative(root.real, real).split(sep).join('/');

const isHidden = (folder: string): boolean => folder.split('/').some((part) => isSkippedFolder(part));
