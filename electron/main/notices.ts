// Runs in main: sentences for the person at the window. Those from before the page listens wait for it.

export class Notices {
  private waiting: string[] | null = [];

  constructor(private readonly show: (message: string) => void) {}

  tell(message: string): void {
    if (this.waiting) this.waiting.push(message);
    else this.show(message);
  }

  /** The page listens from now on. */
  open(): void {
    const waiting = this.waiting ?? [];
    this.waiting = null;
    waiting.forEach((message) => this.show(message));
  }
}
