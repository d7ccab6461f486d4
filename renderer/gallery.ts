// Renderer: the only user of window.gallery. Turns its Result envelopes into values or AppErrors.

import type {
  CallName,
  Calls,
  Events,
  EventName,
  GalleryApi,
  RootInfo,
} from '../electron/shared/contract.js';
import { unwrap } from '../electron/shared/result.js';

declare global {
  interface Window {
    readonly gallery: GalleryApi<File>;
  }
}

/** What the rest of the window sees of the main process. */
export interface Gallery {
  /** Rejects with an AppError whose message can be shown to a person. */
  call<K extends Exclude<CallName, 'roots.addDropped'>>(
    name: K,
    ...args: Parameters<Calls[K]>
  ): Promise<ReturnType<Calls[K]>>;
  /** Adds folders dropped onto the window; answers the roots after it. */
  dropFolders(files: readonly File[]): Promise<RootInfo[]>;
  /** Returns the unsubscribe. */
  on<K extends EventName>(name: K, listener: (payload: Events[K]) => void): () => void;
}

/** A typed client over what the preload exposes. */
export function createGallery(api: GalleryApi<File>): Gallery {
  return {
    call: async (name, ...args) => unwrap(await api.call(name, ...args)),
    dropFolders: async (files) => unwrap(await api.dropFolders(files)),
    on: (name, listener) => api.on(name, listener),
  };
}

/** The client of this window. */
export const connectGallery = (): Gallery => createGallery(window.gallery);
