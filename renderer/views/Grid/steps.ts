// Renderer: work on many files in a few steps, between which the window may paint and answer.

export class Steps {
  private readonly waiting: (() => void)[] = [];

  /** Takes the steps one after the other; with `pauses` each later, as a piece of work of its own. */
  run(steps: readonly (() => void)[], pauses: boolean): void {
    this.waiting.push(...steps);
    if (!pauses) return this.finish();
    const step = () => {
      this.waiting.shift()?.();
      if (this.waiting.length > 0) setTimeout(step);
    };
    setTimeout(step);
  }

  /** Takes all that are left at once: before anything is made of what they lead to. */
  finish(): void {
    for (const step of this.waiting.splice(0)) step();
  }
}
