// Runs in main: the one gate. The only file that touches ipcMain: checks who asks and what, runs the
// handler, answers a Result.

import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { CALL_NAMES, type CallName, type Calls } from '../../shared/contract.js';
import { AppError, ok, toFailure, type Result } from '../../shared/result.js';
import type { Logger } from '../log.js';
import { SCHEMAS } from './schemas.js';

/** The page that asks. */
export interface Caller {
  /** Of its web contents: another one for each window, never used again. */
  readonly id: number;
}

/** What answers each call; after its arguments it is given who asks. */
export type CallHandlers = {
  [K in CallName]: (
    ...args: [...Parameters<Calls[K]>, Caller]
  ) => ReturnType<Calls[K]> | Promise<ReturnType<Calls[K]>>;
};

/** Starts to answer calls from frames that `isTrusted` accepts. */
export function handleCalls(
  handlers: CallHandlers,
  isTrusted: (event: IpcMainInvokeEvent) => boolean,
  log: Logger,
): void {
  for (const name of CALL_NAMES) {
    ipcMain.handle(name, async (event, ...args: unknown[]): Promise<Result<unknown>> => {
      // The sender's frame can be gone after an await, so it is judged first.
      if (!isTrusted(event)) {
        log('warn', `Refused ${name} from ${event.senderFrame?.url ?? 'a frame that is gone'}`);
        return toFailure(new AppError('forbidden', 'This page may not ask that.'));
      }
      return answer(name, handlers, args, log, { id: event.sender.id });
    });
  }
}

/** Checks the arguments of one call, runs its handler and wraps what comes of it. Never rejects. */
export async function answer(
  name: CallName,
  handlers: CallHandlers,
  args: unknown[],
  log: Logger,
  caller?: Caller,
): Promise<Result<unknown>> {
  const parsed = SCHEMAS[name].safeParse(args);
  if (!parsed.success) {
    log('warn', `Refused ${name}: arguments do not fit`);
    return toFailure(new AppError('bad-argument', `The arguments of ${name} do not fit.`));
  }
  try {
    const handler = handlers[name] as (...args: unknown[]) => unknown;
    return ok(await handler(...parsed.data, ...(caller ? [caller] : [])));
  } catch (error) {
    const failure = toFailure(error);
    if (failure.code === 'internal')
      log('error', `${name} failed: ${error instanceof Error ? error.stack : String(error)}`);
    return failure;
  }
}
