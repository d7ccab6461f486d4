// Runs in main: one ffmpeg that plays. Its output is handed on as it is asked for; nothing is written to disk.

import { spawn, type ChildProcess } from 'node:child_process';
import type { FfmpegInput } from '../../node/ffmpeg-input.js';

export interface RunningFfmpeg {
  /** Null at the end. */
  read(): Promise<Uint8Array<ArrayBuffer> | null>;
  /** The end of what it said. */
  messages(): string;
  /** Ends it at once. */
  kill(): void;
  /** Whether it was ended from here before it was done. What it said may be a part then. */
  readonly killed: boolean;
  /** What the system said when it could not be started; null when it could. Known when it has ended. */
  readonly notStarted: string | null;
  /** Resolves when it is gone. */
  readonly ended: Promise<void>;
}

const MAX_MESSAGES = 16 * 1024;

/** Starts ffmpeg without a shell. It waits by itself while nobody reads. */
export function startFfmpeg(ffmpeg: string, args: readonly string[], input: FfmpegInput): RunningFfmpeg {
  const { descriptor } = input;
  // Without streams when the system has no descriptor left for them; the error follows.
  const child: ChildProcess = spawn(ffmpeg, args, {
    stdio: ['ignore', 'pipe', 'pipe', ...(descriptor === undefined ? [] : [descriptor])],
    windowsHide: true,
  });
  let said = '';
  let killed = false;
  let notStarted: string | null = null;
  const ended = new Promise<void>((done) => {
    child.on('close', () => done());
    // It could not be started, when it has no number: there will be no other event.
    child.on('error', (error) => {
      said += error.message;
      if (child.pid === undefined) notStarted = error.message;
      done();
    });
  });
  child.stderr?.on('data', (part: Buffer) => (said = (said + part.toString('utf8')).slice(-MAX_MESSAGES)));
  const chunks = child.stdout?.iterator() as AsyncIterableIterator<Buffer> | undefined;
  return {
    read: async () => {
      // What was ended has no more to read.
      const next = await chunks?.next().catch(() => null);
      return !next || next.done === true ? null : new Uint8Array(next.value);
    },
    messages: () => said,
    kill: () => {
      killed = true;
      child.kill('SIGKILL');
      // Unread output would keep it from being counted as ended.
      child.stdout?.destroy();
    },
    get killed() {
      return killed;
    },
    get notStarted() {
      return notStarted;
    },
    ended,
  };
}
