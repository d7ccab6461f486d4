// Renderer: the smallest store that React can read from outside its tree: a value and its readers.

import { useSyncExternalStore } from 'react';

export interface Readable<T> {
  readonly get: () => T;
  /** Returns the unsubscribe. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** A value that is replaced, never changed in place. */
export class Store<T> implements Readable<T> {
  private readonly listeners = new Set<() => void>();

  constructor(private value: T) {}

  readonly get = (): T => this.value;

  /** Replaces the value; readers hear of it only when it is another one. */
  set(value: T): void {
    if (Object.is(value, this.value)) return;
    this.value = value;
    for (const listener of this.listeners) listener();
  }

  update(change: (value: T) => T): void {
    this.set(change(this.value));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

/** Hears only of changes of a part of it; returns the unsubscribe. */
export function subscribeTo<T>(
  store: Readable<T>,
  part: (value: T) => unknown,
  listener: () => void,
): () => void {
  let last = part(store.get());
  return store.subscribe(() => {
    const now = part(store.get());
    if (Object.is(now, last)) return;
    last = now;
    listener();
  });
}

/** The value of a store, kept up to date. */
export function useStore<T>(store: Readable<T>): T {
  return useSyncExternalStore(store.subscribe, store.get);
}

/** A part of a store's value; `select` must answer the same value (by Object.is) while nothing changed. */
export function useSelected<T, S>(store: Readable<T>, select: (value: T) => S): S {
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
