// Runs in main: folders of one root that are to be read again, and trees: folders with all below them.

export interface FoldersToRead {
  readonly folders: readonly string[];
  readonly trees: readonly string[];
}

export class PendingFolders {
  private readonly folders = new Set<string>();
  private readonly trees = new Set<string>();

  get isEmpty(): boolean {
    return this.folders.size + this.trees.size === 0;
  }

  /** @param folders relative paths */
  add(folders: Iterable<string>): void {
    for (const folder of folders) this.folders.add(folder);
  }

  addTree(folder: string): void {
    this.trees.add(folder);
  }

  clear(): void {
    this.folders.clear();
    this.trees.clear();
  }

  /** All of them, which are then pending no longer. */
  take(): FoldersToRead {
    const taken = { folders: [...this.folders], trees: [...this.trees] };
    this.clear();
    return taken;
  }
}
