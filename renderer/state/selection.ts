// Renderer: which files are selected: one byte by file id, so that 100,000 of them are selected in a moment and nothing is kept
// per file that is not.

import type { RootId } from '../../electron/shared/contract.js';
import { sameCriteria } from './criteria.js';
import type { ItemsStore } from './items.js';
import { idOfKey, keyOf, rootOfKey, type ItemKey } from './keys.js';
import { Store } from './store.js';

type Bytes = Map<RootId, Uint8Array>;

export class Selection {
  private bytes: Bytes = new Map();
  /** Where a range begins. */
  private anchor: ItemKey | null = null;
  /** What was selected when the range began: it stays, whatever becomes of the range. */
  private base: Bytes = new Map();
  private readonly listeners = new Set<() => void>();
  readonly count = new Store(0);

  constructor(private readonly items: ItemsStore) {}

  /** Starts to follow the files that are shown: what is not among them is not selected. Returns the end of it. */
  connect(): () => void {
    let { of } = this.items.get();
    return this.items.subscribe(() => {
      const now = this.items.get();
      const other = now.of.place !== of.place || !sameCriteria(now.of.criteria, of.criteria);
      of = now.of;
      if (this.count.get() === 0) return;
      if (other) return this.clear();
      const [before, base] = [this.bytes, this.base];
      this.bytes = new Map();
      this.base = new Map();
      let count = 0;
      for (const key of now.keys) {
        if (isSet(before, key)) count += put(this.bytes, key, 1);
        if (isSet(base, key)) put(this.base, key, 1);
      }
      this.tell(count);
    });
  }

  /** Returns the unsubscribe. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  has(key: ItemKey): boolean {
    return isSet(this.bytes, key);
  }

  /** The selected files in the order in which they are shown. */
  keys(): Float64Array {
    return this.count.get() === 0 ? new Float64Array() : this.items.get().keys.filter((key) => this.has(key));
  }

  /** Whether files are selected and all of them are so; asks for one after the other, in no order, until one is not. */
  every(test: (key: ItemKey) => boolean): boolean {
    let some = false;
    for (const [root, bytes] of this.bytes) {
      for (let id = bytes.indexOf(1); id >= 0; id = bytes.indexOf(1, id + 1)) {
        if (!test(keyOf(root, id))) return false;
        some = true;
      }
    }
    return some;
  }

  /** Selects a file or takes it out; a range begins here. */
  toggle(key: ItemKey): void {
    const change = put(this.bytes, key, this.has(key) ? 0 : 1);
    this.begin(key);
    this.tell(this.count.get() + change);
  }

  /** A range begins at a file, which is not selected by that. */
  begin(key: ItemKey): void {
    this.anchor = key;
    this.base = copy(this.bytes);
  }

  /** Selects all from where the range began up to a file, besides what was selected before. `from`: where none has begun. */
  extend(to: ItemKey, from: ItemKey = to): void {
    const { keys } = this.items.get();
    const anchor = this.anchor === null ? -1 : keys.indexOf(this.anchor);
    if (anchor < 0) this.begin(from);
    const start = anchor < 0 ? keys.indexOf(from) : anchor;
    const end = keys.indexOf(to);
    if (start < 0 || end < 0) return;
    this.replace(keys.subarray(Math.min(start, end), Math.max(start, end) + 1));
  }

  /** Selects these besides what was selected when {@link begin} or {@link hold} was called. */
  replace(keys: Float64Array): void {
    this.bytes = copy(this.base);
    let count = 0;
    for (const [, bytes] of this.bytes) for (const byte of bytes) count += byte;
    for (const key of keys) count += put(this.bytes, key, 1);
    this.tell(count);
  }

  /** For a band over many files: what is selected now stays. */
  hold(): void {
    this.anchor = null;
    this.base = copy(this.bytes);
  }

  all(): void {
    this.base = new Map();
    this.anchor = null;
    this.replace(this.items.get().keys);
  }

  clear(): void {
    this.bytes = new Map();
    this.base = new Map();
    this.anchor = null;
    this.tell(0);
  }

  private tell(count: number): void {
    for (const listener of this.listeners) listener();
    this.count.set(count);
  }
}

const isSet = (bytes: Bytes, key: ItemKey): boolean => bytes.get(rootOfKey(key))?.[idOfKey(key)] === 1;

/** Answers by how many there are more. */
function put(all: Bytes, key: ItemKey, value: 0 | 1): number {
  const [root, id] = [rootOfKey(key), idOfKey(key)];
  let bytes = all.get(root);
  if (bytes === undefined || id >= bytes.length) {
    const larger = new Uint8Array(Math.ceil((id + 1) * 1.25) + 1024);
    if (bytes) larger.set(bytes);
    all.set(root, (bytes = larger));
  }
  const change = value - bytes[id]!;
  bytes[id] = value;
  return change;
}

const copy = (bytes: Bytes): Bytes => new Map([...bytes].map(([root, column]) => [root, column.slice()]));
