// Renderer: where long videos were left, kept by the window itself from one run to the next.

import { keepEntries, readEntries } from './kept-entries.js';

const NAME = 'home-gallery.positions';
/** So many videos are remembered; the one that was not watched for the longest time goes first. */
const FILES = 200;
/**
 * Seconds: shorter videos always begin at their beginning. Who opens a clip of half a minute wants to see it, not the rest of it, and to
 * find a place in it again takes no time; it would also take the room of a film in what is remembered.
 */
const LONG = 60;
/** Seconds from the beginning or the end at which there is nothing worth coming back to. */
const EDGE = 5;

type Kept = Pick<Storage, 'getItem' | 'setItem'>;

export class Positions {
  constructor(private readonly storage: Kept) {}

  /** Seconds by the path of the file, the one watched last at the end; as all windows have noted them by now. */
  private get seconds(): Map<string, number> {
    return readEntries(this.storage.getItem(NAME), isPlace);
  }

  /** Where to go on, in seconds; null for the beginning. `duration` (seconds) is that of the file as it is now. */
  of(path: string, duration: number): number | null {
    const at = this.seconds.get(path);
    return at !== undefined && isWorthIt(at, duration) ? at : null;
  }

  /** Notes where a video is, in seconds. Short ones, and those at an end, are forgotten. */
  note(path: string, at: number, duration: number): void {
    const { seconds } = this;
    const forgotten = seconds.delete(path);
    if (isWorthIt(at, duration)) seconds.set(path, Math.round(at));
    else if (!forgotten) return;
    this.storage.setItem(NAME, keepEntries(seconds, FILES));
  }
}

/** False for a duration that is not known (NaN) or has no end, too. */
const isWorthIt = (at: number, duration: number): boolean =>
  duration >= LONG && duration < Infinity && at >= EDGE && at <= duration - EDGE;

const isPlace = (value: unknown): value is number => typeof value === 'number' && value >= 0;
