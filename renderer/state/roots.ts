// Renderer: the folders the user chose, as main tells them.

import type { RootId, RootInfo } from '../../electron/shared/contract.js';
import { Store } from './store.js';

export class Roots extends Store<readonly RootInfo[]> {
  constructor() {
    super([]);
  }

  byId(id: RootId): RootInfo | undefined {
    return this.get().find((root) => root.id === id);
  }
}
