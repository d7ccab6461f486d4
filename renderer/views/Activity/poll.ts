// Renderer: asks again and again, never faster than it is answered, until it is stopped. Knows nothing of React.

export interface PollOptions<T> {
  readonly ask: () => Promise<T>;
  readonly onAnswer: (answer: T) => void;
  readonly onError: (error: unknown) => void;
  /** Milliseconds from an answer to the next question. */
  readonly interval: number;
}

export interface Poll {
  /** Asks at once. */
  readonly refresh: () => void;
  /** Asks nothing from now on; an answer that comes later is thrown away. */
  readonly stop: () => void;
}

/** Begins to ask. */
export function poll<T>({ ask, onAnswer, onError, interval }: PollOptions<T>): Poll {
  let open = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = async () => {
    if (!open) return;
    clearTimeout(timer);
    try {
      const answer = await ask();
      if (open) onAnswer(answer);
    } catch (error) {
      if (open) onError(error);
    }
    // Only after the answer: a busy app is not asked faster than it answers.
    clearTimeout(timer);
    if (open) timer = setTimeout(() => void next(), interval);
  };
  void next();
  return {
    refresh: () => void next(),
    stop: () => {
      open = false;
      clearTimeout(timer);
    },
  };
}
