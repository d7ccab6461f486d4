// Renderer: what is known of each thumbnail: one byte by file id, and the reasons of those that failed.

import type {
  FileId,
  RootId,
  ThumbnailFailure,
  ThumbnailsChanged,
  ThumbnailStatus,
} from '../../electron/shared/contract.js';
import { idOfKey, keyOf, rootOfKey, type ItemKey } from './keys.js';

/** `unknown`: worth asking for; `waiting`: asked for, not made yet. */
export type ThumbnailState = 'unknown' | 'waiting' | 'ready' | 'failed';

const STATES: readonly ThumbnailState[] = ['unknown', 'waiting', 'ready', 'failed'];
const STATE_BITS = 2;
const STATE_MASK = 3;

/** Until main has told. */
export const NO_STATUS: ThumbnailStatus = {
  total: 0,
  done: 0,
  failed: 0,
  pending: 0,
  workers: 0,
  paused: false,
  onBattery: false,
  originals: false,
  perSecond: 0,
  secondsLeft: null,
  bytes: 0,
  cap: 0,
  notice: null,
};

export class Thumbnails {
  /** By root: state in the low bits, above them how often the picture was made again. */
  private readonly bytes = new Map<RootId, Uint8Array>();
  private readonly failures = new Map<ItemKey, ThumbnailFailure>();
  private readonly listeners = new Set<() => void>();
  private announced = false;

  /** `later` runs the announcement of changes, once per frame. */
  constructor(private readonly later: (run: () => void) => void) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** A number that changes when anything about this thumbnail does. */
  stamp(key: ItemKey): number {
    return this.bytes.get(rootOfKey(key))?.[idOfKey(key)] ?? 0;
  }

  state(key: ItemKey): ThumbnailState {
    return STATES[this.stamp(key) & STATE_MASK]!;
  }

  /** Whether there is nothing to wait for: the picture is there, or there will be none. */
  isOver(key: ItemKey): boolean {
    const state = this.state(key);
    return state === 'ready' || state === 'failed';
  }

  /** How often the picture was made since the window opened; part of its URL. */
  round(key: ItemKey): number {
    return this.stamp(key) >> STATE_BITS;
  }

  failure(key: ItemKey): ThumbnailFailure | undefined {
    return this.failures.get(key);
  }

  /** Enters what main announced. */
  enter({ root, ready, failed }: Omit<ThumbnailsChanged, 'placeholders'>): void {
    for (const id of ready) {
      const key = keyOf(root, id);
      this.failures.delete(key);
      this.write(root, id, 'ready', this.round(key) + 1);
    }
    for (const failure of failed) this.enterFailure(failure);
    this.announce();
  }

  enterFailure(failure: ThumbnailFailure): void {
    const key = keyOf(failure.root, failure.id);
    this.failures.set(key, failure);
    this.write(failure.root, failure.id, 'failed', this.round(key));
    this.announce();
  }

  /** The picture was asked for and is not there yet. A state that came in the meantime stays. */
  notYet(key: ItemKey, round: number): void {
    if (this.state(key) === 'failed' || this.round(key) !== round) return;
    this.write(rootOfKey(key), idOfKey(key), 'waiting', round);
    this.announce();
  }

  /** The files have another content, or are to be tried again. */
  forget(root: RootId, ids: Iterable<FileId>): void {
    for (const id of ids) {
      const key = keyOf(root, id);
      this.failures.delete(key);
      this.write(root, id, 'unknown', this.round(key) + 1);
    }
    this.announce();
  }

  /** What was asked for and is not there yet may be asked for again: main knows other files now. */
  forgetWaiting(root: RootId): void {
    const bytes = this.bytes.get(root);
    if (bytes === undefined) return;
    const waiting = STATES.indexOf('waiting');
    for (let id = 0; id < bytes.length; id++)
      if ((bytes[id]! & STATE_MASK) === waiting) bytes[id]! -= waiting;
    this.announce();
  }

  /** All that failed is to be tried again. */
  forgetFailures(): void {
    for (const { root, id } of [...this.failures.values()]) this.forget(root, [id]);
  }

  /** Stored pictures are gone: asked for again under another address, but for those that failed. */
  forgetMade(root: RootId, ids: Iterable<FileId>): void {
    const made: FileId[] = [];
    for (const id of ids) if (this.state(keyOf(root, id)) !== 'failed') made.push(id);
    this.forget(root, made);
  }

  private write(root: RootId, id: FileId, state: ThumbnailState, round: number): void {
    let bytes = this.bytes.get(root);
    if (bytes === undefined || id >= bytes.length) {
      const larger = new Uint8Array(Math.ceil((id + 1) * 1.25) + 1024);
      if (bytes !== undefined) larger.set(bytes);
      this.bytes.set(root, (bytes = larger));
    }
    bytes[id] = ((round << STATE_BITS) | STATES.indexOf(state)) & 0xff;
  }

  private announce(): void {
    if (this.announced) return;
    this.announced = true;
    this.later(() => {
      this.announced = false;
      for (const listener of this.listeners) listener();
    });
  }
}
