// Shared by every process: how an answer or a failure crosses a process border.
// Error objects lose everything but their message on the way, so failures travel as values.

export type ErrorCode =
  | 'bad-argument'
  | 'forbidden'
  | 'not-found'
  | 'offline'
  | 'unreadable'
  | 'damaged'
  | 'unsupported'
  | 'timeout'
  | 'memory'
  | 'crashed'
  | 'stopped'
  | 'internal';

export interface Failure {
  readonly ok: false;
  readonly code: ErrorCode;
  /** One sentence a person understands. */
  readonly message: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | Failure;

/** An error with a code that survives a process border by way of {@link toFailure}. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'AppError';
  }
}

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** Turns anything thrown into a failure value; unknown errors become `internal`. */
export function toFailure(error: unknown): Failure {
  if (error instanceof AppError) return { ok: false, code: error.code, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  return { ok: false, code: 'internal', message };
}

/** The value of a result; a failure is thrown as an {@link AppError}. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new AppError(result.code, result.message);
}
