// Runs in main: the path authority. Knows the chosen folders, and is the only way from an id to a file's bytes.

import { realpath, stat, type FileHandle } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import type { RootId } from '../shared/contract.js';
import { AppError } from '../shared/result.js';
import { findInside, isInside, openInside } from '../node/open-inside.js';
import { Patience } from '../node/patience.js';
import { decodeName, diskPath } from '../node/raw-paths.js';

export interface Root {
  readonly id: RootId;
  /** As the user gave it, absolute. */
  readonly path: string;
  /** Without links; while the folder is offline, as it was when it was last there. */
  readonly real: string;
  readonly name: string;
  /** Not chosen: a file in it was opened from outside. It is not saved, and only the files directly in it are shown. */
  readonly visited?: boolean;
}

export interface AddedRoots {
  readonly added: readonly Root[];
  /** Chosen folders that a new one contains; they are part of it from now on. */
  readonly absorbed: readonly Root[];
  /** A sentence for each path that was not added. */
  readonly refused: readonly string[];
}

interface SavedRoots {
  readonly nextRootId: number;
  /** `real`: where the path led when it was last there. */
  readonly roots: readonly { id: RootId; path: string; real?: string | undefined }[];
}

/** What of the system is replaced by tests. */
interface Disk {
  /** Where a path (absolute) leads, without links. */
  readonly follow: (path: string) => Promise<string>;
  /** See open-inside.ts. */
  readonly open: typeof openInside;
  /** See open-inside.ts. */
  readonly find: typeof findInside;
  /** Calls back once after a delay in milliseconds; answers what cancels it. */
  readonly after: (ms: number, callback: () => void) => () => void;
}

/** Folders whose place is looked for at the same time: each that hangs keeps one of this process's few threads. */
const LOOKS = 2;
/** Of one folder, files that are opened at the same time: the same, and an opening is short where a drive answers. */
const OPENINGS = 1;
/** Milliseconds after which a folder that did not answer counts as hanging. */
const HANGS_MS = 5000;

/** The chosen folders. None lies inside another. */
export class Roots {
  private readonly roots = new Map<RootId, Root>();
  private readonly patience = new Map<RootId, Patience>();
  /** Of all folders one at a time: those that hang together must not take all threads. */
  private readonly ahead: Patience;
  private nextId: number;

  private constructor(
    saved: SavedRoots,
    private readonly save: (saved: {
      nextRootId: number;
      roots: { id: RootId; path: string; real: string }[];
    }) => void,
    private readonly disk: Disk,
  ) {
    this.nextId = saved.nextRootId;
    this.ahead = new Patience({ most: OPENINGS, limit: HANGS_MS, after: disk.after });
  }

  /**
   * Takes over the saved folders as they were when they were last there, without a look at their disks: a drive that
   * sleeps would keep everybody waiting. {@link locate} comes next.
   */
  static open(saved: SavedRoots, save: Roots['save'], disk: Partial<Disk> = {}): Roots {
    const roots = new Roots(saved, save, { ...REAL_DISK, ...disk });
    for (const { id, path, real = path } of saved.roots) {
      roots.roots.set(id, { id, path, real, name: basename(real) || real });
    }
    return roots;
  }

  /** Looks where the paths of all folders lead now, a few at a time; tells of every one that leads elsewhere. */
  async locate(onMoved: () => void = () => undefined): Promise<void> {
    const look = async ({ id }: Root) => {
      if (await this.refresh(id)) onMoved();
    };
    const looks = new Set<Promise<void>>();
    for (const root of this.list()) {
      if (looks.size >= LOOKS) await Promise.race(looks);
      const running: Promise<void> = look(root).finally(() => looks.delete(running));
      looks.add(running);
    }
    await Promise.all(looks);
  }

  list(): Root[] {
    return [...this.roots.values()];
  }

  get(id: RootId): Root | undefined {
    return this.roots.get(id);
  }

  /** Adds folders by absolute path; what cannot be added is refused with a sentence. */
  async add(paths: readonly string[]): Promise<AddedRoots> {
    const added: Root[] = [];
    const absorbed: Root[] = [];
    const refused: string[] = [];
    for (const path of paths) {
      const problem = await this.addOne(path, added, absorbed);
      if (problem) refused.push(problem);
    }
    if (added.length > 0) this.persist();
    return { added, absorbed, refused };
  }

  /** The folder that was opened from outside, until it is chosen or another one is opened. */
  get visited(): Root | undefined {
    return this.list().find(({ visited }) => visited);
  }

  /** Shows a folder (absolute, without links) for now. The caller has seen to it that none other is visited. */
  visit(real: string): Root {
    const root = { id: this.nextId++, path: real, real, name: basename(real) || real, visited: true };
    this.roots.set(root.id, root);
    return root;
  }

  /** The chosen folder in which a path (absolute, without links) lies. */
  containing(real: string): Root | undefined {
    return this.list().find((root) => !root.visited && isInside(root.real, real));
  }

  remove(id: RootId): void {
    this.patience.delete(id);
    if (this.roots.delete(id)) this.persist();
  }

  /**
   * The chosen folder in which this one lies by now, because a link leads elsewhere than when it was chosen; null when
   * there is none. Of two that are the same folder the one chosen first holds the other.
   */
  holderOf({ id, real }: Root): Root | null {
    const holds = (other: Root) =>
      other.id !== id && isInside(other.real, real) && (other.real !== real || other.id < id);
    return this.list().find(holds) ?? null;
  }

  /** Looks again where a folder's path leads; whether that is elsewhere than before. */
  async refresh(id: RootId): Promise<boolean> {
    const root = this.roots.get(id);
    if (!root) return false;
    const real = await this.patienceOf(id)
      .run(() => this.disk.follow(root.path))
      .catch(() => {
        // Offline: the library reports that when it looks.
        return null;
      });
    // It may have been taken out, or found, meanwhile.
    const now = this.roots.get(id);
    if (!now || real === null || real === now.real) return false;
    this.roots.set(id, { ...now, real });
    // Thumbnails are found by it while the folder is offline.
    this.persist();
    return true;
  }

  /** Absolute path of a file by its relative path, `/` between parts. Says nothing about whether it may be read. */
  absolute(id: RootId, relative: string): string {
    const root = this.roots.get(id);
    if (!root) throw new AppError('not-found', 'This folder is no longer part of the gallery.');
    // Asked for every file of the library: where the separators are the same, both parts are normal already.
    if (sep !== '/' || relative === '') return join(root.real, relative);
    return root.real.endsWith('/') ? root.real + relative : `${root.real}/${relative}`;
  }

  /**
   * Opens a file for reading after making sure that it lies inside its root. `ahead`: nobody has asked for this very file.
   * @throws AppError like openInside; `offline`, at once, while the drive of this root does not answer others
   */
  async open(id: RootId, relative: string, ahead = false): Promise<FileHandle> {
    const path = this.absolute(id, relative);
    const root = this.roots.get(id);
    if (!root) throw new AppError('not-found', 'This folder is no longer part of the gallery.');
    const call = () => this.patienceOf(id).run(() => this.disk.open(root.real, path));
    return ahead ? this.ahead.run(call) : call();
  }

  /**
   * The absolute path of a folder by its relative one, after making sure that it is there and lies inside its root.
   * @throws AppError like findInside; `offline`, at once, while the drive of this root does not answer others
   */
  async folder(id: RootId, relative: string): Promise<string> {
    const path = this.absolute(id, relative);
    const { real } = this.roots.get(id)!;
    await this.patienceOf(id).run(() => this.disk.find(real, path));
    return path;
  }

  private patienceOf(id: RootId): Patience {
    let patience = this.patience.get(id);
    if (!patience) {
      patience = new Patience({ most: OPENINGS, limit: HANGS_MS, after: this.disk.after });
      this.patience.set(id, patience);
    }
    return patience;
  }

  private async addOne(path: string, added: Root[], absorbed: Root[]): Promise<string | null> {
    let real: string;
    try {
      if (!(await stat(diskPath(path))).isDirectory())
        return `${path} is not a folder. Add the folder that it lies in.`;
      real = await withoutLinks(path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return code === 'ENOENT'
        ? `${path} does not exist. See whether it was moved, or connect its drive.`
        : `${path} cannot be read (${code}). Allow reading it, then try it again.`;
    }
    for (const known of this.list()) {
      if (known.visited) continue;
      if (known.real === real) return null;
      if (isInside(known.real, real)) return `${path} is already shown as part of ${known.path}.`;
    }
    for (const known of this.list()) {
      if (!isInside(real, known.real)) continue;
      this.roots.delete(known.id);
      absorbed.push(known);
    }
    const root = { id: this.nextId++, path, real, name: basename(real) || real };
    this.roots.set(root.id, root);
    added.push(root);
    return null;
  }

  private persist(): void {
    this.save({
      nextRootId: this.nextId,
      roots: this.list()
        .filter(({ visited }) => !visited)
        .map(({ id, path, real }) => ({ id, path, real })),
    });
  }
}

/** Where a path leads, also through folders whose names are not UTF-8. */
async function withoutLinks(path: string): Promise<string> {
  return decodeName(await realpath(diskPath(path), { encoding: 'buffer' }));
}

const REAL_DISK: Disk = {
  follow: withoutLinks,
  open: openInside,
  find: findInside,
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
