// Renderer: stands where an answer will: says after a while that it is coming, and else why it is not and how to ask again.

import type { Asked } from '../state/question.js';
import { texts } from '../texts.js';
import { Button } from './Button.js';
import styles from './Pending.module.css';

interface PendingProps {
  readonly asked: Asked<unknown>;
  /** What could not be done, from the reason. */
  readonly failed: (reason: string) => string;
  readonly onAgain: () => void;
  readonly className?: string | undefined;
}

export function Pending({ asked: { late, problem }, failed, onAgain, className }: PendingProps) {
  return (
    <div className={[styles.pending, className].filter(Boolean).join(' ')} data-testid="pending">
      {/* There from the beginning, or what comes into it would not be read out. */}
      <p className={styles.words} role="status">
        {late ? texts.loading : problem === null ? '' : failed(problem)}
      </p>
      {problem !== null && (
        <Button onClick={onAgain} data-testid="ask-again">
          {texts.tryAgain}
        </Button>
      )}
    </div>
  );
}
