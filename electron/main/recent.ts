// Runs in main: the folders a person went to last, offered by the system: in the jump list of Windows' taskbar and the menu
// of macOS' dock. Linux has no place for them.

import { basename } from 'node:path';
import type { JumpListCategory, MenuItemConstructorOptions } from 'electron';

const MOST = 8;

export interface RecentServices {
  /** Absolute paths, the last one first. */
  readonly saved: readonly string[];
  save(paths: readonly string[]): void;
  /**
   * Whether a folder may stay of those that were saved: it belongs to the gallery, and nobody took it off the list. Asked
   * before anything is shown: Windows refuses a list with what was taken off, and forgets that it was.
   */
  wanted(path: string): boolean;
  /** Hands them to the system. */
  show(paths: readonly string[]): void;
}

export class RecentFolders {
  private paths: readonly string[];

  constructor(private readonly services: RecentServices) {
    const { saved } = services;
    const kept = saved.filter((path) => services.wanted(path));
    this.paths = kept.slice(0, MOST);
    if (kept.length < saved.length) services.save(this.paths);
    services.show(this.paths);
  }

  list(): readonly string[] {
    return this.paths;
  }

  /** A person went to a folder. */
  note(path: string): void {
    if (this.paths[0] === path) return;
    this.change([path, ...this.paths.filter((one) => one !== path)].slice(0, MOST));
  }

  /** Takes out what does not belong to the gallery any more. */
  keep(wanted: (path: string) => boolean): void {
    const kept = this.paths.filter(wanted);
    if (kept.length < this.paths.length) this.change(kept);
  }

  private change(paths: readonly string[]): void {
    this.paths = paths;
    this.services.save(paths);
    this.services.show(paths);
  }
}

/** A folder as an argument of a program on Windows; a backslash before the closing quote would escape it. */
export const asArgument = (path: string): string => `"${path.replace(/\\+$/, '$&$&')}"`;

/** The folders as a category of a jump list; empty when there are none. */
export function jumpListOf(paths: readonly string[], title: string, program: string): JumpListCategory[] {
  if (paths.length === 0) return [];
  const items = paths.map((path) => ({
    type: 'task' as const,
    title: nameOf(path),
    // Windows shows no longer ones.
    description: path.slice(0, 260),
    program,
    args: asArgument(path),
    iconPath: program,
    iconIndex: 0,
  }));
  return [{ type: 'custom', name: title, items }];
}

/** The folders as items of a dock menu. */
export function dockMenuOf(
  paths: readonly string[],
  open: (path: string) => void,
): MenuItemConstructorOptions[] {
  return paths.map((path) => ({ label: nameOf(path), toolTip: path, click: () => open(path) }));
}

const nameOf = (path: string): string => basename(path) || path;
