// Runs in main: what concerns the same stored picture happens one after the other: the disk does at once what is asked of it at
// once, in any order, and a picture that has just come must not go with the one that was in its place.

export class Turns {
  private readonly last = new Map<string, Promise<void>>();

  /** Does something when everything before it with the same key is over, whatever became of that. */
  take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(key);
    const done = before ? before.then(work) : work();
    const over = done.then(
      () => undefined,
      () => undefined, // Whoever asked for it is told.
    );
    this.last.set(key, over);
    void over.then(() => {
      if (this.last.get(key) === over) this.last.delete(key);
    });
    return done;
  }
}
