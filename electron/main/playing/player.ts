// Runs in main: videos that the window cannot play itself, made playable by ffmpeg while they are watched.

import type { FileHandle } from 'node:fs/promises';
import { inputOf, type FfmpegInput } from '../../node/ffmpeg-input.js';
import { readStreams, type Streams } from '../../node/ffmpeg-says.js';
import { deferred } from '../../shared/deferred.js';
import { AppError } from '../../shared/result.js';
import type { Logger } from '../log.js';
import { playArguments, probeArguments } from './play-arguments.js';
import { planOf, readEncoders, type Encoders } from './plan.js';
import { startFfmpeg, type RunningFfmpeg } from './process.js';

export interface PlayerOptions {
  /** Path of ffmpeg; null when there is none. */
  readonly ffmpeg: () => Promise<string | null>;
  readonly log: Logger;
  readonly start?: typeof startFfmpeg;
}

/** A file to be played. */
export interface ToPlay {
  /** Names this version of the file. */
  readonly key: string;
  /** Absolute. */
  readonly path: string;
  /** Closed when it is not needed any more. */
  readonly handle: FileHandle;
  /** Where to begin, seconds. */
  readonly at: number;
}

/** A video on its way. */
export interface Playing {
  readonly body: ReadableStream<Uint8Array>;
  /** Content type with codecs. */
  readonly mime: string;
  /** Seconds; 0 while unknown. */
  readonly duration: number;
}

/** So many at once: a window plays one, and may begin the next before it has let go of it. The oldest ends. */
const MOST = 4;
/** Of so many files it is remembered what they hold, because going to another place in one starts it anew. */
const REMEMBERED = 50;
/** Milliseconds for a file to say what it holds. */
const PROBE_LIMIT = 15_000;

export class Player {
  private readonly running = new Set<RunningFfmpeg>();
  private readonly known = new Map<string, Streams>();
  private encoders: Promise<Encoders> | null = null;

  constructor(private readonly options: PlayerOptions) {}

  /**
   * Begins to play; ends when the body is cancelled.
   * @throws AppError `unsupported` without ffmpeg, or when it can make nothing of the file; `timeout` when it was ended before
   * that was known
   */
  async play({ key, path, handle, at }: ToPlay): Promise<Playing> {
    try {
      const ffmpeg = await this.options.ffmpeg();
      if (ffmpeg === null)
        throw new AppError(
          'unsupported',
          'Playing this video needs ffmpeg. Install it, or choose it in the settings.',
        );
      const input = inputOf(path, handle);
      const streams = await this.streamsOf(ffmpeg, key, input);
      const plan = planOf(streams, await this.encodersOf(ffmpeg));
      const child = this.start(ffmpeg, playArguments(input.file, at, plan), input);
      return { body: await this.bodyOf(child), mime: plan.mime, duration: streams.duration };
    } finally {
      await handle.close();
    }
  }

  /** Ends everything that plays; resolves when it is gone. */
  async stop(): Promise<void> {
    const running = [...this.running];
    for (const child of running) child.kill();
    await Promise.all(running.map(({ ended }) => ended));
  }

  private start(ffmpeg: string, args: readonly string[], input: FfmpegInput): RunningFfmpeg {
    for (const oldest of this.running) {
      if (this.running.size < MOST) break;
      this.running.delete(oldest);
      oldest.kill();
    }
    const child = (this.options.start ?? startFfmpeg)(ffmpeg, args, input);
    this.running.add(child);
    void child.ended.then(() => this.running.delete(child));
    return child;
  }

  /** The first piece is waited for: without one there is nothing to play. */
  private async bodyOf(child: RunningFfmpeg): Promise<ReadableStream<Uint8Array>> {
    let next = await child.read();
    if (next === null) {
      await child.ended;
      throwIfUnfinished(child);
      this.options.log('warn', `A video cannot be played: ${child.messages().trim()}`);
      throw new AppError('unsupported', 'ffmpeg can make nothing of this video.');
    }
    return new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          if (next === null) controller.close();
          else {
            controller.enqueue(next);
            next = await child.read();
          }
        },
        cancel: () => child.kill(),
      },
      { highWaterMark: 1 },
    );
  }

  private async streamsOf(ffmpeg: string, key: string, input: FfmpegInput): Promise<Streams> {
    const known = this.known.get(key);
    if (known) return known;
    const said = await this.ask(ffmpeg, probeArguments(input.file), input);
    const streams = readStreams(said);
    // Without a word of a file that it opened it may have failed for a reason that passes, such as a drive that is away.
    if (streams.video === null && !/^Input #0/m.test(said)) return streams;
    this.known.set(key, streams);
    for (const oldest of this.known.keys()) {
      if (this.known.size <= REMEMBERED) break;
      this.known.delete(oldest);
    }
    return streams;
  }

  /** Asked for once, unless the answer was none: ffmpeg may answer the next time. */
  private encodersOf(ffmpeg: string): Promise<Encoders> {
    if (this.encoders) return this.encoders;
    const args = ['-hide_banner', '-nostdin', '-encoders'];
    const asked = this.ask(ffmpeg, args, { file: '' }).then(readEncoders);
    const forget = () => {
      if (this.encoders === asked) this.encoders = null;
    };
    asked.then((encoders) => encoders.size === 0 && forget(), forget);
    return (this.encoders = asked);
  }

  /**
   * Everything that a run of ffmpeg prints.
   * @throws AppError `timeout` when it was ended before it was done, `unsupported` when it could not be started: a part says nothing
   */
  private async ask(ffmpeg: string, args: readonly string[], input: FfmpegInput): Promise<string> {
    const child = this.start(ffmpeg, args, input);
    const late = deferred();
    const timer = setTimeout(() => {
      child.kill();
      late.resolve();
    }, PROBE_LIMIT);
    const parts: Uint8Array[] = [];
    for (let part = await child.read(); part !== null; part = await child.read()) parts.push(part);
    // A process that waits for a drive that is dead does not end when it is killed.
    await Promise.race([child.ended, late.promise]);
    clearTimeout(timer);
    throwIfUnfinished(child);
    return Buffer.concat(parts).toString('utf8') + child.messages();
  }
}

/** @throws AppError when what it said is not all that it had to say */
function throwIfUnfinished({ killed, notStarted }: RunningFfmpeg): void {
  if (notStarted !== null) throw new AppError('unsupported', `ffmpeg could not be started (${notStarted}).`);
  if (killed) throw new AppError('timeout', 'This video could not be read in time. Try it again.');
}
