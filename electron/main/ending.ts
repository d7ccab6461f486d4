// Runs in main: the end of the app, which comes also where a drive does not answer something that is being waited for.

import type { Logger } from './log.js';

/** Milliseconds. Of these a worker gets up to twelve: see thumbnails/slot.ts. */
const LIMIT = 15_000;
/** Milliseconds between two looks at calls that have not come back, and how many looks there are. */
const BETWEEN_LOOKS = 100;
const LOOKS = 20;

export interface Ending {
  /** Ends what is to be ended and writes what is pending. */
  readonly stop: () => Promise<void>;
  /** How many calls on files of this process have not come back; replaced by tests. */
  readonly callsUnderWay?: () => number;
  /** Calls back once after a delay in milliseconds; answers what cancels it. */
  readonly after: (ms: number, callback: () => void) => () => void;
  readonly log: Logger;
}

const callsOfNode = (): number =>
  process.getActiveResourcesInfo().filter((name) => name.startsWith('FSReq')).length;

/**
 * Ends everything; answers whether the process can end in the ordinary way. It cannot while a call on a file has not come back,
 * because Node waits for it.
 */
export async function endInTime({ stop, callsUnderWay = callsOfNode, after, log }: Ending): Promise<boolean> {
  let cancel: (() => void) | undefined;
  const late = new Promise<false>((resolve) => (cancel = after(LIMIT, () => resolve(false))));
  try {
    if (!(await Promise.race([stop().then(() => true), late]))) {
      log('error', `Not everything has ended after ${LIMIT / 1000} s; it is left behind`);
      return false;
    }
  } finally {
    cancel?.();
  }
  for (let look = 0; callsUnderWay() > 0; look++) {
    if (look === LOOKS) {
      log('error', `A drive does not answer: ${callsUnderWay()} calls on files are left behind`);
      return false;
    }
    await new Promise<void>((resolve) => void after(BETWEEN_LOOKS, resolve));
  }
  return true;
}
