// Runs in main: what follows when a folder is out of reach, when it is back, and when its path leads elsewhere.

import type { RootId, RootInfo } from '../shared/contract.js';

export interface ReachServices {
  /** Looks again where a folder truly lies. */
  refresh(root: RootId): Promise<unknown>;
  /** Opens the folders as they lie now. */
  settle(): void;
  /** Nothing of this folder is waited for. */
  withdraw(root: RootId): void;
  /** What was withdrawn may go on. */
  resume(): void;
}

export class Reach {
  private readonly away = new Set<RootId>();

  constructor(private readonly services: ReachServices) {}

  /** All folders, as they are now. */
  follow(list: readonly Pick<RootInfo, 'id' | 'state'>[]): void {
    for (const { id, state } of list) {
      if (state !== 'offline') {
        if (this.away.delete(id)) void this.back(id);
      } else if (!this.away.has(id)) {
        this.away.add(id);
        this.services.withdraw(id);
      }
    }
  }

  /** The path of a folder leads elsewhere. */
  async moved(root: RootId): Promise<void> {
    await this.services.refresh(root);
    this.services.settle();
  }

  private async back(root: RootId): Promise<void> {
    // A link may lead elsewhere when it works again.
    await this.moved(root);
    this.services.resume();
  }
}
