// Runs in main: what each window shows of each root. A job that one window does not want any more goes on while another
// one wants it.

import type { RootId } from '../../shared/contract.js';
import type { Wish } from './thumbnails-types.js';

interface Entry {
  readonly wish: Wish;
  /** Of the jobs it has asked for. */
  readonly keys: Set<string>;
}

export class Wishes {
  /** By root, then by window. */
  private readonly roots = new Map<RootId, Map<number, Entry>>();

  /** Puts a wish in the place of what the window wanted of the root before; answers the keys of that. */
  replace(window: number, wish: Wish): ReadonlySet<string> {
    const windows = this.roots.get(wish.root) ?? new Map<number, Entry>();
    this.roots.set(wish.root, windows);
    const before = windows.get(window)?.keys ?? new Set();
    windows.set(window, { wish, keys: new Set() });
    return before;
  }

  /** A job was asked for by the wish of a window or, where nobody knows by which, by those of all. */
  note(root: RootId, key: string, window?: number): void {
    for (const [one, { keys }] of this.roots.get(root) ?? []) {
      if (window === undefined || one === window) keys.add(key);
    }
  }

  /** Whether any window wants a job. */
  has(root: RootId, key: string): boolean {
    return [...(this.roots.get(root)?.values() ?? [])].some(({ keys }) => keys.has(key));
  }

  /** A job has ended. */
  ended(root: RootId, key: string): void {
    for (const { keys } of this.roots.get(root)?.values() ?? []) keys.delete(key);
  }

  forgetRoot(root: RootId): void {
    this.roots.delete(root);
  }

  /** Forgets a window; answers the jobs that nobody wants any more. */
  forgetWindow(window: number): string[] {
    const alone: string[] = [];
    for (const [root, windows] of this.roots) {
      const keys = windows.get(window)?.keys ?? [];
      windows.delete(window);
      for (const key of keys) if (!this.has(root, key)) alone.push(key);
    }
    return alone;
  }

  /** What is wanted now, with the windows that want it. */
  *all(): Generator<readonly [window: number, wish: Wish]> {
    for (const windows of this.roots.values()) {
      for (const [window, { wish }] of [...windows]) yield [window, wish];
    }
  }
}
