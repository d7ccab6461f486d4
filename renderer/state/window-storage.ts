// Renderer: what one window keeps for its next start. Windows of one library share a storage; what is theirs alone has
// their number in its name.

/** The part of a Storage that is used. */
export type WindowStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Windows are numbered from 1 by main. The first one keeps its things under their plain names. */
export function windowStorage(storage: WindowStorage, window: number): WindowStorage {
  if (window === 1) return storage;
  const named = (name: string) => `${name}@${window}`;
  return {
    getItem: (name) => storage.getItem(named(name)),
    setItem: (name, value) => storage.setItem(named(name), value),
    removeItem: (name) => storage.removeItem(named(name)),
  };
}

/** What a window keeps; a new one begins where another one is. */
export const WINDOW_NAMES = [
  ...(['home-gallery.view', 'home-gallery.spot', 'home-gallery.browsed'] as const),
  ...(['home-gallery.first-screen', 'home-gallery.spot-screen'] as const),
] as const;

/** Copies what one window keeps to another. */
export function copyKept(from: WindowStorage, to: WindowStorage): void {
  for (const name of WINDOW_NAMES) {
    const value = from.getItem(name);
    if (value === null) to.removeItem(name);
    else to.setItem(name, value);
  }
}
