// Renderer: favourites, ratings, tags and hidden folders: one byte by file id, tags where there are any. Main keeps them; what is
// shown is what is on the disk.

import type { FileId, RootId } from '../../electron/shared/contract.js';
import {
  FAVOURITE_FLAG,
  RATING_MASK,
  type FilesOf,
  type MarkChange,
  type MarkColumns,
  type MarksSet,
} from '../../electron/shared/marks.js';
import { isWithin } from '../../electron/shared/paths.js';
import type { Gallery } from '../gallery.js';
import { idOfKey, keyOf, rootOfKey, type ItemKey } from './keys.js';
import type { Library } from './library.js';
import { Store } from './store.js';

/** Which marks are others than before. */
export interface MarksNews {
  readonly root: RootId;
  /** Null: any file of the root. */
  readonly ids: readonly FileId[] | null;
}

/** What a file must have; what is absent does not matter. */
export interface MarksWanted {
  readonly favourite?: boolean;
  /** At least so many stars. */
  readonly rating?: number;
  /** All of these. */
  readonly tags?: readonly string[];
}

const NO_TAGS: readonly string[] = [];

export class Marks {
  /** By root: {@link MarkColumns.flags} by file id. */
  private readonly flags = new Map<RootId, Uint8Array>();
  private readonly tagsOf = new Map<ItemKey, readonly string[]>();
  private readonly listeners = new Set<(news: readonly MarksNews[]) => void>();
  /** What was told while a root's marks are on their way: those may be older. */
  private readonly loading = new Map<RootId, MarkColumns[]>();
  private readonly failed = new Set<RootId>();
  /** Folders (relative paths) that are not shown. */
  readonly hidden = new Store<ReadonlyMap<RootId, readonly string[]>>(new Map());

  constructor(
    private readonly gallery: Gallery,
    private readonly library: Library,
    private readonly report: (error: unknown) => void,
  ) {}

  /** Starts to follow main; returns the end of it. */
  connect(): () => void {
    const { gallery, library } = this;
    const ends = [
      gallery.on('marks.changed', ({ root, marks }) => this.told(root, marks)),
      gallery.on('marks.hidden', ({ root, folders }) => this.setHidden(root, folders)),
      gallery.on('marks.reset', ({ root }) => void this.load(root)),
      gallery.on('roots.changed', (list) => {
        for (const { id } of list) if (this.failed.has(id)) void this.load(id);
      }),
      library.subscribe((changes) => {
        for (const { root, kind } of changes) {
          if (kind !== 'reset') continue;
          if (library.has(root)) void this.load(root);
          else if (library.listing(root) === undefined) this.forget(root);
        }
      }),
    ];
    return () => ends.forEach((end) => end());
  }

  /** Returns the unsubscribe. */
  readonly subscribe = (listener: (news: readonly MarksNews[]) => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** A number that changes with favourite and rating, 0 where there are none. */
  stamp(key: ItemKey): number {
    return this.flags.get(rootOfKey(key))?.[idOfKey(key)] ?? 0;
  }

  isFavourite(key: ItemKey): boolean {
    return (this.stamp(key) & FAVOURITE_FLAG) !== 0;
  }

  /** 0 to 5 stars; 0: none. */
  rating(key: ItemKey): number {
    return this.stamp(key) & RATING_MASK;
  }

  /** The same list as long as nothing changes. */
  tags(key: ItemKey): readonly string[] {
    return this.tagsOf.get(key) ?? NO_TAGS;
  }

  /** Every tag, with how many files have it, most used first. */
  allTags(): readonly { readonly tag: string; readonly count: number }[] {
    const counts = new Map<string, number>();
    for (const tags of this.tagsOf.values())
      for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    const all = [...counts].map(([tag, count]) => ({ tag, count }));
    return all.sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
  }

  /** Asks for one file id of a root at a time whether it has what is wanted; for loops over many. */
  matcher(
    root: RootId,
    { favourite = false, rating = 0, tags = NO_TAGS }: MarksWanted,
  ): (id: FileId) => boolean {
    const flags = this.flags.get(root) ?? new Uint8Array();
    return (id) => {
      const own = flags[id] ?? 0;
      if ((favourite && (own & FAVOURITE_FLAG) === 0) || (own & RATING_MASK) < rating) return false;
      if (tags.length === 0) return true;
      const has = this.tags(keyOf(root, id));
      return tags.every((tag) => has.includes(tag));
    };
  }

  hiddenIn(root: RootId): readonly string[] {
    return this.hidden.get().get(root) ?? NO_TAGS;
  }

  /** Whether a folder is hidden, by itself or with one above it. */
  isHidden(root: RootId, folder: string): boolean {
    return this.hiddenIn(root).some((one) => isWithin(folder, one));
  }

  /** Changes the marks of files; resolves when that is on the disk and shown. Rejects with an AppError: nothing changed. */
  set(keys: Iterable<ItemKey>, change: MarkChange): Promise<MarksSet> {
    return this.gallery.call('marks.set', [...filesOf(keys)], change);
  }

  private async load(root: RootId): Promise<void> {
    const told: MarkColumns[] = [];
    this.loading.set(root, told);
    this.failed.delete(root);
    try {
      const { marks, hidden } = await this.gallery.call('marks.list', root);
      if (this.loading.get(root) !== told) return;
      this.drop(root);
      this.enter(root, marks);
      for (const later of told) this.enter(root, later);
      this.setHidden(root, hidden);
      this.tell({ root, ids: null });
    } catch (error) {
      if (this.loading.get(root) !== told) return;
      for (const later of told) this.enter(root, later);
      // Asked for again as soon as main has news of the folders.
      this.failed.add(root);
      this.report(error);
    }
    this.loading.delete(root);
  }

  private told(root: RootId, marks: MarkColumns): void {
    const waiting = this.loading.get(root);
    if (waiting) return void waiting.push(marks);
    this.enter(root, marks);
    this.tell({ root, ids: [...marks.id] });
  }

  private enter(root: RootId, { id, flags, tagCount, tag, tags }: MarkColumns): void {
    let bytes = this.flags.get(root) ?? new Uint8Array();
    const largest = id.reduce((most, one) => Math.max(most, one), -1);
    if (largest >= bytes.length) {
      const larger = new Uint8Array(Math.ceil((largest + 1) * 1.25));
      larger.set(bytes);
      this.flags.set(root, (bytes = larger));
    }
    let from = 0;
    id.forEach((file, row) => {
      bytes[file] = flags[row]!;
      const to = from + tagCount[row]!;
      const key = keyOf(root, file);
      if (to === from) this.tagsOf.delete(key);
      else
        this.tagsOf.set(
          key,
          [...tag.subarray(from, to)].map((number) => tags[number]!),
        );
      from = to;
    });
  }

  private setHidden(root: RootId, folders: readonly string[]): void {
    if (this.hiddenIn(root).join('\0') === folders.join('\0') && this.hidden.get().has(root)) return;
    this.hidden.update((all) => new Map(all).set(root, folders));
  }

  private drop(root: RootId): void {
    this.flags.delete(root);
    for (const key of this.tagsOf.keys()) if (rootOfKey(key) === root) this.tagsOf.delete(key);
  }

  private forget(root: RootId): void {
    this.loading.delete(root);
    this.failed.delete(root);
    this.drop(root);
    this.hidden.update((all) => new Map([...all].filter(([one]) => one !== root)));
    this.tell({ root, ids: null });
  }

  private tell(news: MarksNews): void {
    for (const listener of this.listeners) listener([news]);
  }
}

/** Keys as main wants them: by root. */
export function* filesOf(keys: Iterable<ItemKey>): Generator<FilesOf> {
  const byRoot = new Map<RootId, FileId[]>();
  for (const key of keys) {
    const ids = byRoot.get(rootOfKey(key));
    if (ids) ids.push(idOfKey(key));
    else byRoot.set(rootOfKey(key), [idOfKey(key)]);
  }
  for (const [root, ids] of byRoot) yield { root, ids: Uint32Array.from(ids) };
}
