// Tests of the player: what it starts and what it ends. The processes are played by the test.

import type { FileHandle } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { deferred } from '../../shared/deferred.js';
import { Player } from './player.js';
import type { RunningFfmpeg } from './process.js';

const STREAMS = 'Duration: 00:00:09.00\n  Stream #0:0: Video: mpeg4, yuv420p, 480x270\n';

class Ffmpeg implements RunningFfmpeg {
  killed = false;
  private readonly end = deferred();
  readonly ended = this.end.promise;

  constructor(
    readonly args: readonly string[],
    private readonly output: string[],
    private readonly said = '',
  ) {}

  read = async () => {
    const next = this.output.shift();
    if (next === undefined) this.end.resolve();
    return next === undefined ? null : new TextEncoder().encode(next);
  };

  messages = () => this.said;

  kill = () => {
    this.killed = true;
    this.output.length = 0;
    this.end.resolve();
  };
}

function setUp(output: string[] = ['one', 'two'], ffmpeg: string | null = '/bin/ffmpeg') {
  const started: Ffmpeg[] = [];
  const playing = () => started.filter(({ args }) => args.includes('pipe:1'));
  const start = (_path: string, args: readonly string[]) => {
    const process = args.includes('-encoders')
      ? new Ffmpeg(args, [' V....D libx264   H.264\n'])
      : args.includes('pipe:1')
        ? new Ffmpeg(args, [...output], 'broken')
        : new Ffmpeg(args, [], STREAMS);
    started.push(process);
    return process;
  };
  const player = new Player({ ffmpeg: () => Promise.resolve(ffmpeg), log: () => undefined, start });
  let closed = 0;
  const handle = { fd: 7, close: () => Promise.resolve(void closed++) } as unknown as FileHandle;
  const play = (at = 0, key = 'a') => player.play({ key, path: '/a.avi', handle, at });
  return { player, play, started, playing, closed: () => closed };
}

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
});
