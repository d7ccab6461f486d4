// Tests of the player: what it starts and what it ends. The processes are played by the test.

import type { FileHandle } from 'node:fs/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { deferred } from '../../shared/deferred.js';
import { Player } from './player.js';
import type { RunningFfmpeg } from './process.js';

const STREAMS =
  'Input #0, avi, from /a.avi:\n  Duration: 00:00:09.00\n  Stream #0:0: Video: mpeg4, yuv420p, 480x270\n';

class Ffmpeg implements RunningFfmpeg {
  killed = false;
  notStarted: string | null = null;
  /** Says nothing and does not end by itself. */
  hangs = false;
  /** Not even when it is killed. */
  stuck = false;
  private readonly end = deferred();
  private readonly closed = deferred();
  readonly ended = this.end.promise;

  constructor(
    readonly args: readonly string[],
    private readonly output: string[],
    private readonly said = '',
  ) {}

  read = async () => {
    if (this.hangs) await this.closed.promise;
    const next = this.output.shift();
    if (next === undefined && !this.stuck) this.end.resolve();
    return next === undefined ? null : new TextEncoder().encode(next);
  };

  messages = () => (this.hangs ? '' : this.said);

  kill = (fromHere = true) => {
    this.killed = fromHere;
    this.output.length = 0;
    this.closed.resolve();
    if (!this.stuck) this.end.resolve();
  };
}

function setUp(output: string[] = ['one', 'two'], ffmpeg: string | null = '/bin/ffmpeg') {
  const started: Ffmpeg[] = [];
  const next: { change?: (process: Ffmpeg) => void } = {};
  /** What the next files are said to hold, when it is something else. */
  const said: string[] = [];
  const playing = () => started.filter(({ args }) => args.includes('pipe:1'));
  const start = (_path: string, args: readonly string[]) => {
    const process = args.includes('-encoders')
      ? new Ffmpeg(args, [' V....D libx264   H.264\n'])
      : args.includes('pipe:1')
        ? new Ffmpeg(args, [...output], 'broken')
        : new Ffmpeg(args, [], said.shift() ?? STREAMS);
    next.change?.(process);
    started.push(process);
    return process;
  };
  const player = new Player({ ffmpeg: () => Promise.resolve(ffmpeg), log: () => undefined, start });
  let closed = 0;
  const handle = { fd: 7, close: () => Promise.resolve(void closed++) } as unknown as FileHandle;
  const play = (at = 0, key = 'a') => player.play({ key, path: '/a.avi', handle, at });
  return { player, play, started, playing, said, next, closed: () => closed };
}

/** Lets everything that is already decided happen. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

afterEach(() => void vi.useRealTimers());

describe('player', () => {
  it('hands on what ffmpeg writes, and asks only once what a file holds', async () => {
    const { play, started, closed } = setUp();
    const { body, mime, duration } = await play();
    expect(await new Response(body).text()).toBe('onetwo');
    expect([mime, duration]).toEqual(['video/mp4; codecs="avc1.64002a"', 9]);
    const before = started.length;
    await (await play(5)).body.cancel();
    expect(started.length).toBe(before + 1);
    expect(closed()).toBe(2);
  });

  it('ends the process when nobody looks on any more', async () => {
    const { play, playing } = setUp();
    const { body } = await play();
    await body.cancel();
    expect(playing()[0]!.killed).toBe(true);
  });

  it('ends everything with the app, and the oldest when there are too many', async () => {
    const { player, play, playing } = setUp();
    for (let i = 0; i < 5; i++) await play(i);
    expect(playing().map(({ killed }) => killed)).toEqual([true, false, false, false, false]);
    await player.stop();
    expect(playing().every(({ killed }) => killed)).toBe(true);
  });

  it('says when ffmpeg makes nothing of a file, or is not there', async () => {
    const broken = setUp([]);
    await expect(broken.play()).rejects.toMatchObject({ code: 'unsupported' });
    const none = setUp([], null);
    await expect(none.play()).rejects.toMatchObject({ code: 'unsupported' });
    expect([broken.closed(), none.closed()]).toEqual([1, 1]);
  });

  it.each([false, true])(
    'keeps nothing of a file that was not read in time (and cannot be ended: %s)',
    async (stuck) => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      const { play, next, started, closed } = setUp();
      next.change = (process) => Object.assign(process, { hangs: true, stuck });
      const first = play();
      const failure = expect(first).rejects.toMatchObject({ code: 'timeout' });
      await settle();
      vi.advanceTimersByTime(14_999);
      await settle();
      expect(started.map(({ killed }) => killed)).toEqual([false]);
      vi.advanceTimersByTime(1);
      await failure;
      expect([started[0]!.killed, closed()]).toEqual([true, 1]);
      delete next.change;
      expect(await new Response((await play()).body).text()).toBe('onetwo');
    },
  );

  it('keeps nothing of a file whose reading had to make room for others', async () => {
    const { play, next, started } = setUp();
    next.change = (process) => (process.hangs = true);
    const failure = expect(play()).rejects.toMatchObject({ code: 'timeout' });
    await settle();
    delete next.change;
    for (let i = 0; i < 4; i++) await play(0, `other ${i}`);
    await failure;
    expect(started[0]!.killed).toBe(true);
    expect((await play()).duration).toBe(9);
  });

  it('asks again about a file that could not be opened, not about one that holds only sound', async () => {
    const { play, said, started } = setUp();
    const none = { code: 'unsupported', message: 'There is no moving picture in this file.' };
    said.push('/a.avi: Input/output error\n', 'Input #0, avi, from /a.avi:\n  Stream #0:0: Audio: mp3\n');
    for (let i = 0; i < 3; i++) await expect(play()).rejects.toMatchObject(none);
    expect(started.filter(({ args }) => !args.includes('-encoders')).length).toBe(2);
  });

  it('does not blame a video that had to make room before its first piece', async () => {
    const { player, play, next } = setUp();
    next.change = (process) => (process.hangs = process.args.includes('pipe:1'));
    const failure = expect(play()).rejects.toMatchObject({ code: 'timeout' });
    await settle();
    await settle();
    await player.stop();
    await failure;
  });

  it('asks ffmpeg again for its encoders when it was ended or said nothing, and otherwise once', async () => {
    const { player, play, next, started } = setUp();
    const asked = () => started.filter(({ args }) => args.includes('-encoders')).length;
    next.change = (process) => (process.hangs = process.args.includes('-encoders'));
    const failure = expect(play()).rejects.toMatchObject({ code: 'timeout' });
    await settle();
    await player.stop();
    await failure;
    next.change = (process) => {
      if (process.args.includes('-encoders')) process.kill(false);
    };
    await expect(play()).rejects.toMatchObject({ code: 'unsupported' });
    delete next.change;
    for (let i = 0; i < 2; i++) expect(await new Response((await play()).body).text()).toBe('onetwo');
    expect(asked()).toBe(3);
  });
});
