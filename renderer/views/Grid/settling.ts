// Renderer: dates are read after the pictures are shown. As long as nobody has done anything with these, they come into the order of
// their dates by themselves; afterwards nothing moves before somebody's eyes, and the order is offered.

import type { App } from '../../state/app.js';
import { sameShown } from '../../state/view.js';

export class Settling {
  /** Nobody has done anything since these files are shown, and none has come or gone. */
  private untouched = true;
  /** The next order of the same files is the one that was asked for here. */
  private asked = false;

  /** `isAtTop`: nothing is scrolled, and no other page is open than the first. */
  constructor(
    private readonly app: Pick<App, 'items' | 'library' | 'selection' | 'view'>,
    private readonly isAtTop: () => boolean,
  ) {}

  /** Starts to follow; returns the end of it. */
  connect(): () => void {
    const { items, library } = this.app;
    let { of } = items.get();
    const ends = [
      items.subscribe(() => {
        const next = items.get().of;
        if (next === of) return;
        // Other files are seen for the first time; the same ones in a new order were asked for by somebody, or here.
        this.untouched = !sameShown(next, of) || (this.asked && this.untouched);
        this.asked = false;
        of = next;
      }),
      library.subscribe((changes) => {
        if (changes.every(({ kind }) => kind === 'facts')) return;
        // The first files are seen for the first time; others come among those that somebody looks at.
        if (!items.get().known) this.untouched = true;
        else if (changes.some(({ kind }) => kind === 'patch')) this.untouched = false;
        // They come in the order that is right by now, whoever asked.
        this.asked = false;
      }),
      items.outdated.subscribe(() => this.settle()),
    ];
    this.settle();
    return () => ends.forEach((end) => end());
  }

  /** Somebody does something with the files. */
  readonly touch = (): void => void (this.untouched = false);

  private settle(): void {
    const { items } = this.app;
    if (!items.outdated.get() || !this.isQuiet()) return;
    this.asked = true;
    // Many files take a while to be in order: somebody may begin meanwhile.
    items.reorder(() => this.isQuiet());
  }

  private isQuiet(): boolean {
    const { selection, view } = this.app;
    return this.untouched && this.isAtTop() && selection.count.get() === 0 && view.get().item === null;
  }
}
