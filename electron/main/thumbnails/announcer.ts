// Runs in main: collects the ends of thumbnail jobs and tells them together, so that 10,000 thumbnails are not 10,000 messages.

import type { FileId, RootId, ThumbnailFailure, ThumbnailsChanged } from '../../shared/contract.js';
import type { Clock, Timer } from './clock.js';
import { PlaceholderList } from './placeholders.js';

interface Change {
  readonly ready: Set<FileId>;
  readonly failed: Map<FileId, ThumbnailFailure>;
  readonly placeholders: PlaceholderList;
}

/** Milliseconds. Short enough for a tile to seem to change by itself. */
const PERIOD = 100;

export class Announcer {
  private readonly changes = new Map<RootId, Change>();
  private timer: Timer | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly emit: { changed: (change: ThumbnailsChanged) => void; status: () => void },
  ) {}

  ready(root: RootId, id: FileId): void {
    const change = this.changeOf(root);
    change.failed.delete(id);
    change.ready.add(id);
    this.status();
  }

  placeholder(root: RootId, id: FileId, colors: Uint8Array): void {
    this.changeOf(root).placeholders.add(id, colors);
    this.status();
  }

  failed(failure: ThumbnailFailure): void {
    const change = this.changeOf(failure.root);
    change.ready.delete(failure.id);
    change.failed.set(failure.id, failure);
    this.status();
  }

  /** The totals or the notice changed. */
  status(): void {
    this.timer ??= this.clock.setTimer(() => this.flush(), PERIOD);
  }

  /** Forgets what was to be told of a root that is gone. */
  forget(root: RootId): void {
    this.changes.delete(root);
    this.status();
  }

  stop(): void {
    if (this.timer !== undefined) this.clock.clearTimer(this.timer);
    this.timer = undefined;
    this.changes.clear();
  }

  private flush(): void {
    this.timer = undefined;
    const changes = [...this.changes];
    this.changes.clear();
    for (const [root, { ready, failed, placeholders }] of changes) {
      const lists = { ready: [...ready], failed: [...failed.values()] };
      this.emit.changed({ root, ...lists, placeholders: placeholders.columns() });
    }
    this.emit.status();
  }

  private changeOf(root: RootId): Change {
    let change = this.changes.get(root);
    if (!change) {
      change = { ready: new Set(), failed: new Map(), placeholders: new PlaceholderList() };
      this.changes.set(root, change);
    }
    return change;
  }
}
