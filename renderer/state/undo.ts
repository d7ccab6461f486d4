// Renderer: what was done last and can be taken back, by the key or by the button of its notice.

import { texts } from '../texts.js';
import type { Notices } from './notices.js';
import { Store } from './store.js';

interface Step {
  /** Takes it back, and says so. */
  readonly back: () => Promise<void>;
  /** Its notice; null: it has none. */
  readonly notice: number | null;
  readonly passing: boolean;
}

/** The last steps are kept, because each may be about all files. */
const MOST = 20;

interface Offer {
  /** What was done; null: that can be seen. */
  readonly message: string | null;
  /** Its notice makes room for the next one. */
  readonly passing: boolean;
  /** False: its notice has no button, because the way back is elsewhere, and `back` says where. Absent: it has one. */
  readonly button?: false;
  /** Takes it back and says so; rejects when it could not. */
  readonly back: () => Promise<void>;
}

/** The steps, the latest last. */
export class Undo extends Store<readonly Step[]> {
  constructor(private readonly notices: Notices) {
    super([]);
  }

  /**
   * Something was done that can be taken back, or that a person at least finds to be the last. Answers what takes it back, unless that
   * has been done by then.
   */
  offer({ message, passing, button, back }: Offer): () => void {
    // Of marks one says many in a row; files in the trash matter longer.
    if (passing) {
      for (const { notice, passing: also } of this.get())
        if (also && notice !== null) this.notices.dismiss(notice);
    }
    const action = button === false ? null : { label: texts.undo, run: () => void this.run(step) };
    const step: Step = {
      ...{ back, passing },
      notice: message === null ? null : this.notices.show(message, action),
    };
    this.update((steps) => [...steps, step].slice(-MOST));
    return () => void this.run(step);
  }

  /** Takes the last step back that has not been taken back yet. */
  last(): void {
    const step = this.get().at(-1);
    if (step !== undefined) void this.run(step);
  }

  private async run(step: Step): Promise<void> {
    if (!this.get().includes(step)) return;
    this.update((steps) => steps.filter((one) => one !== step));
    if (step.notice !== null) this.notices.dismiss(step.notice);
    try {
      await step.back();
    } catch (error) {
      this.notices.report(error);
    }
  }
}
