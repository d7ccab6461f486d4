// Renderer: which folders of the sidebar are unfolded, kept from one run to the next and shared by all windows.

const NAME = 'home-gallery.unfolded';

type Kept = Pick<Storage, 'getItem' | 'setItem'>;

/** The names that were kept. */
export function readUnfolded(storage: Kept): ReadonlySet<string> {
  try {
    const saved: unknown = JSON.parse(storage.getItem(NAME) ?? '[]');
    return new Set(Array.isArray(saved) ? saved.filter((entry) => typeof entry === 'string') : []);
  } catch {
    // Only the look of the tree is lost.
    return new Set();
  }
}

/** Keeps one name, or keeps it no longer. What other windows have kept meanwhile stays. */
export function keepUnfolded(storage: Kept, name: string, kept: boolean): void {
  const names = new Set(readUnfolded(storage));
  if (kept) names.add(name);
  else names.delete(name);
  storage.setItem(NAME, JSON.stringify([...names]));
}
