// Renderer: plays a video that main makes playable on the way. The element sees one whole video with a duration; what is
// needed of it is asked for, and going to another place asks anew from there.

import { mediaBytes } from '../../media-bytes.js';
import { bufferedAt, gapAfter } from './ranges.js';

export interface StreamOptions {
  /** Where the video comes from, from a time (seconds) on. */
  readonly urlAt: (seconds: number) => string;
  /** Seconds; 0 while unknown. */
  readonly duration: number;
  /** It cannot be played, or not any further. `reason`: main's sentence, if it has one. */
  readonly onFail: (reason: string | null) => void;
}

/** Seconds that are loaded ahead of what is shown. */
const AHEAD = 30;
/** Seconds behind it that are kept when room is needed. */
const BEHIND = 10;
/** Milliseconds without another change of place before it is asked for: dragging passes many. */
const SETTLE = 150;

/** Begins to load the video into an element; returns the end of it. */
export function playStream(video: HTMLVideoElement, options: StreamOptions): () => void {
  const source = new MediaSource();
  const address = URL.createObjectURL(source);
  const feeder = new Feeder(video, source, options);
  let settling: ReturnType<typeof setTimeout> | undefined;
  const onSeeking = () => {
    clearTimeout(settling);
    if (bufferedAt(video.buffered, video.currentTime)) return;
    feeder.halt();
    settling = setTimeout(() => void feeder.feed(video.currentTime), SETTLE);
  };
  source.addEventListener('sourceopen', () => void feeder.feed(video.currentTime), { once: true });
  video.addEventListener('seeking', onSeeking);
  video.src = address;
  return () => {
    clearTimeout(settling);
    video.removeEventListener('seeking', onSeeking);
    feeder.halt();
    URL.revokeObjectURL(address);
  };
}

/** Takes one answer after another into the source's buffer. */
class Feeder {
  private buffer: SourceBuffer | null = null;
  private request = new AbortController();

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly source: MediaSource,
    private readonly options: StreamOptions,
  ) {}

  /** Ends what is being loaded, and with it the process that makes it. */
  halt(): void {
    this.request.abort();
  }

  /** Loads from a time (seconds) on until the end, as far ahead as makes sense. */
  async feed(at: number): Promise<void> {
    this.halt();
    const { signal } = (this.request = new AbortController());
    try {
      const answer = await mediaBytes(this.options.urlAt(at), signal);
      if (!answer.ok || answer.body === null) {
        const reason = await answer.text();
        if (!signal.aborted) this.options.onFail(reason || null);
        return;
      }
      const buffer = await this.prepare(answer, signal);
      const reader = answer.body.getReader();
      for (;;) {
        await this.untilWanted(signal);
        const { value, done } = await reader.read();
        signal.throwIfAborted();
        if (done) break;
        await this.append(buffer, value, signal);
        this.skipGap();
      }
      if (this.source.readyState === 'open') this.source.endOfStream();
    } catch {
      // Another place was asked for, or the viewer has gone on.
      if (!signal.aborted) this.options.onFail(null);
    }
  }

  private async prepare(answer: Response, signal: AbortSignal): Promise<SourceBuffer> {
    if (this.buffer !== null) {
      await this.untilIdle(this.buffer, signal);
      // Of the answer before a piece may have come in part.
      if (this.source.readyState === 'open') this.buffer.abort();
      return this.buffer;
    }
    const { duration } = this.options;
    this.source.duration = duration || Number(answer.headers.get('x-duration')) || Infinity;
    return (this.buffer = this.source.addSourceBuffer(answer.headers.get('content-type') ?? ''));
  }

  private async append(
    buffer: SourceBuffer,
    bytes: Uint8Array<ArrayBuffer>,
    signal: AbortSignal,
  ): Promise<void> {
    await this.untilIdle(buffer, signal);
    try {
      buffer.appendBuffer(bytes);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'QuotaExceededError')) throw error;
      buffer.remove(0, Math.max(0.1, this.video.currentTime - BEHIND));
      await this.untilIdle(buffer, signal);
      buffer.appendBuffer(bytes);
    }
    await this.untilIdle(buffer, signal);
  }

  private async untilIdle(buffer: SourceBuffer, signal: AbortSignal): Promise<void> {
    while (buffer.updating) await once(buffer, 'updateend', signal);
    signal.throwIfAborted();
  }

  /** While enough is there nothing is read, and main's process waits. */
  private async untilWanted(signal: AbortSignal): Promise<void> {
    const { video } = this;
    const ahead = () =>
      (bufferedAt(video.buffered, video.currentTime) ?? video.currentTime) - video.currentTime;
    while (ahead() > AHEAD) await once(video, 'timeupdate', signal);
  }

  /** Pictures begin at the next one that stands for itself, which may be later than what was asked for. */
  private skipGap(): void {
    const { video } = this;
    if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && !video.seeking) return;
    const next = gapAfter(video.buffered, video.currentTime);
    if (next !== null) video.currentTime = next;
  }
}

/** The next event of a kind; rejects when the signal ends it. */
function once(target: EventTarget, name: string, signal: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    signal.throwIfAborted();
    const end = () => {
      target.removeEventListener(name, arrive);
      fail(signal.reason as Error);
    };
    const arrive = () => {
      signal.removeEventListener('abort', end);
      done();
    };
    target.addEventListener(name, arrive, { once: true });
    signal.addEventListener('abort', end, { once: true });
  });
}
