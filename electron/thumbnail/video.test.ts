import { readFile, rename, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { diskPath } from '../node/raw-paths.js';
import { FORMATS } from '../shared/media.js';
import { endRunning, runFfmpeg, tellOfFfmpeg } from './ffmpeg.js';
import { colour, FFMPEG, H264, pattern, workshop } from './testing.js';

const files = workshop();

const MPEG2 = ['-r', '25', '-c:v', 'mpeg2video'];
/** Of containers in which H.264 is not what one finds. */
const CODECS: Readonly<Record<string, readonly string[]>> = {
  webm: ['-c:v', 'libvpx'],
  avi: ['-c:v', 'mpeg4'],
  flv: ['-c:v', 'flv1'],
  mpg: MPEG2,
  mpeg: MPEG2,
  wmv: ['-c:v', 'wmv2'],
};
const containers = [...FORMATS].filter(([, { kind }]) => kind === 'video').map(([extension]) => extension);

describe('videos', () => {
  it.each(containers.map((one) => [one, CODECS[one] ?? H264] as const))(
    'pictures %s with size and duration',
    async (extension, codec) => {
      const path = await files.film(`pattern.${extension}`, ...pattern(2), ...codec);
      const made = await files.make(path, 'video');
      expect(made).toMatchObject({ width: 320, height: 180, warning: null });
      expect(made.duration).toBeGreaterThan(1.7);
      expect(made.duration).toBeLessThan(2.3);
      expect(made.thumbnail).toMatchObject({ width: 100, height: 56 });
    },
  );

  it('tells what a film is coded in that only ffmpeg can tell of, by the names used elsewhere', async () => {
    const sound = ['-f', 'lavfi', '-i', 'sine=d=2', '-c:a', 'pcm_s16le'];
    const codecsOf = async (name: string, ...options: string[]) =>
      (await files.make(await files.film(name, ...pattern(2), ...options), 'video')).codecs;
    const [videoCodec, audioCodec] = ['avc', 'pcm-s16'];
    expect(await codecsOf('codecs.avi', ...sound, ...H264)).toEqual({ videoCodec, audioCodec });
    expect(await codecsOf('codecs.wmv', '-c:v', 'wmv2')).toEqual({ videoCodec: 'wmv2', audioCodec: null });
    // The library has read it in this one.
    expect(await codecsOf('codecs.mp4', ...H264)).toBeUndefined();
  });

  it('takes the frame from the middle', async () => {
    const parts = ['red', 'lime', 'blue'].flatMap((name) => colour(name));
    const graph = '[0][1][2]concat=n=3:v=1,drawgrid=w=16:h=16:c=black:t=2';
    const path = await files.film('parts.mp4', ...parts, '-filter_complex', graph, '-g', '10', ...H264);
    const made = await files.make(path, 'video');
    const [red = 0, green = 0, blue = 0] = made.at(0.6, 0.6);
    expect(green).toBeGreaterThan(red + 60);
    expect(green).toBeGreaterThan(blue + 60);
  });

  it('looks elsewhere when the middle is black', async () => {
    const sources = [...colour('black', 3, '320x180'), ...pattern(1)];
    const path = await files.film(
      'dark.mp4',
      ...sources,
      '-filter_complex',
      '[0][1]concat=n=2:v=1',
      '-g',
      '5',
      ...H264,
    );
    const made = await files.make(path, 'video');
    expect(Math.max(...[0.1, 0.3, 0.5, 0.7, 0.9].map((x) => made.at(x, 0.3)[0] ?? 0))).toBeGreaterThan(150);
  });

  it('decodes up to the middle when the only key frame is black', async () => {
    const path = await files.film(
      'fade.mp4',
      ...pattern(4),
      '-vf',
      'fade=in:0:15',
      '-g',
      '300',
      '-sc_threshold',
      '0',
      ...H264,
    );
    const made = await files.make(path, 'video');
    expect(Math.max(...[0.1, 0.3, 0.5, 0.7, 0.9].map((x) => made.at(x, 0.3)[0] ?? 0))).toBeGreaterThan(150);
  });

  it('finds what there is to see in recordings that do not tell how long they are', async () => {
    const black = [
      ...colour('black', 3, '320x180'),
      ...pattern(4),
      '-filter_complex',
      '[0][1]concat=n=2:v=1',
    ];
    const oneKey = ['-g', '900', '-sc_threshold', '0'];
    for (const [name, ...format] of [
      ['live.mkv', ...H264, '-g', '10', '-live', '1'],
      ['live.webm', '-c:v', 'libvpx', '-deadline', 'realtime', ...oneKey, '-live', '1'],
      ['stream.mpg', '-r', '25', '-c:v', 'mpeg2video', '-f', 'mpeg2video'],
    ] as const) {
      const made = await files.make(await files.film(name, ...black, ...format), 'video');
      expect(made.duration, name).toBe(0);
      expect(
        made
          .at(0.5, 0.3)
          .slice(0, 3)
          .some((value) => value > 100),
        name,
      ).toBe(true);
    }
  });

  it('finds what there is to see at the end of a single group of pictures', async () => {
    const sources = [
      ...colour('black', 4, '320x180'),
      ...pattern(2),
      '-filter_complex',
      '[0][1]concat=n=2:v=1',
    ];
    const path = await files.film('late.mp4', ...sources, '-g', '300', '-sc_threshold', '0', ...H264);
    const made = await files.make(path, 'video');
    expect(
      made
        .at(0.5, 0.3)
        .slice(0, 3)
        .some((value) => value > 100),
    ).toBe(true);
  });

  it('pictures a video that is black all through', async () => {
    const made = await files.make(await files.film('black.mp4', ...colour('black'), ...H264), 'video');
    expect(made.at(0.5, 0.5)[0]).toBeLessThan(20);
  });

  it('is upright and has square pixels', async () => {
    const plain = await files.film('plain.mp4', ...pattern(1), ...H264);
    const turned = await files
      .film('turned.mp4', '-display_rotation', '90', '-i', plain, '-c', 'copy')
      .catch(() => files.film('turned.mp4', '-i', plain, '-c', 'copy', '-metadata:s:v:0', 'rotate=90'));
    expect(await files.make(turned, 'video')).toMatchObject({
      width: 180,
      height: 320,
      thumbnail: { width: 56, height: 100 },
    });
    const wide = await files.film('wide.mkv', ...pattern(1), '-vf', 'setsar=2/1', ...H264);
    expect(await files.make(wide, 'video')).toMatchObject({
      width: 640,
      height: 180,
      thumbnail: { width: 100, height: 28 },
    });
  });

  it('says what is wrong with files that are no videos', async () => {
    const whole = await readFile(await files.film('whole.mp4', ...pattern(1), ...H264));
    const playlist = `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile://${files.path('whole.mp4')}\n#EXT-X-ENDLIST\n`;
    const cases: [string, Uint8Array | string, string][] = [
      ['empty.mp4', '', 'damaged: The file is empty.'],
      [
        'photo.mp4',
        Buffer.from('\xff\xd8\xff\xe0abcdefgh', 'latin1'),
        'unsupported: This file is not a video.',
      ],
      ['text.mkv', 'Only a text, nothing to see. '.repeat(100), 'damaged: The video is damaged.'],
      ['list.mp4', playlist, 'unsupported: This file is not a video.'],
      [
        'list.ts',
        `ffconcat version 1.0\nfile ${files.path('whole.mp4')}\n`,
        'unsupported: This file is not a video.',
      ],
      ['cut.mp4', whole.subarray(0, whole.length / 2), 'damaged: The video is not complete.'],
    ];
    for (const [name, bytes, sentence] of cases) {
      await writeFile(files.path(name), bytes);
      expect(await files.refusal(files.path(name), 'video'), name).toBe(sentence);
    }
    expect(await files.refusal(files.path('whole.mp4'), 'video', { ffmpeg: null })).toMatch(
      /^unsupported: .*ffmpeg/,
    );
    expect(await files.refusal(files.path('whole.mp4'), 'video', { ffmpeg: '/nowhere/ffmpeg' })).toMatch(
      /^internal: ffmpeg could not be started/,
    );
    // Some reasons are thrown, others told by an event.
    expect(await files.refusal(files.path('whole.mp4'), 'video', { ffmpeg: '/no\0where' })).toMatch(
      /^internal: ffmpeg could not be started/,
    );
  });

  it('refuses a small file with huge frames', async () => {
    const rows = Buffer.alloc((12_000 * 12_000) / 8);
    await writeFile(files.path('rows'), rows);
    const bits = ['-f', 'rawvideo', '-pix_fmt', 'monob', '-s', '12000x12000', '-i', files.path('rows')];
    const path = await files.film('wall.avi', ...bits, '-c:v', 'png');
    expect(await files.refusal(path, 'video')).toBe('unsupported: The video has too many pixels.');
  });

  it('takes names for names, whatever they look like', async () => {
    const plain = await files.film('name.mkv', ...pattern(1), ...H264);
    const names = ['-i.mkv', "a 'quoted' name.mkv", '$(touch x);.mkv', 'x%20.mkv'];
    if (process.platform !== 'win32') names.push('a "quoted" name.mkv', 'line\nbreak.mkv', 'http:x?.mkv');
    if (process.platform === 'linux') names.push('raw-\udcff.mkv');
    let from: string | Buffer = plain;
    for (const name of names) {
      await rename(from, diskPath(files.path(name)));
      from = diskPath(files.path(name));
      expect((await files.make(files.path(name), 'video')).width, name).toBe(320);
    }
  });
});

describe('runFfmpeg', () => {
  const endless = ['-f', 'lavfi', '-i', 'testsrc=s=64x48', '-f', 'rawvideo', 'pipe:1'];

  it('is ended at the deadline', async () => {
    const args = ['-re', ...endless];
    const run = runFfmpeg({ ffmpeg: FFMPEG, args, deadline: performance.now() + 300, maxOutput: 1e9 });
    await expect(run).rejects.toMatchObject({ code: 'timeout' });
    const late = runFfmpeg({ ffmpeg: FFMPEG, args, deadline: performance.now() - 1, maxOutput: 1e9 });
    await expect(late).rejects.toMatchObject({ code: 'timeout' });
  });

  it('is ended when it writes too much', async () => {
    const run = runFfmpeg({
      ffmpeg: FFMPEG,
      args: endless,
      deadline: performance.now() + 20_000,
      maxOutput: 100_000,
    });
    await expect(run).rejects.toMatchObject({ code: 'unsupported' });
  });

  it.runIf(process.platform === 'linux')('is ended when it takes too much memory', async () => {
    const run = runFfmpeg({
      ffmpeg: FFMPEG,
      args: ['-re', ...endless],
      deadline: performance.now() + 20_000,
      maxOutput: 1e12,
      maxMemory: 1_000_000,
    });
    await expect(run).rejects.toMatchObject({
      code: 'memory',
      message: expect.stringContaining('more memory') as unknown,
    });
  });

  it('is ended with its worker, and is told of while it runs', async () => {
    const told: [pid: number, runs: boolean][] = [];
    tellOfFfmpeg((...news) => told.push(news));
    const run = runFfmpeg({
      ffmpeg: FFMPEG,
      args: endless,
      deadline: performance.now() + 20_000,
      maxOutput: 1e12,
    });
    const pid = told[0]?.[0];
    expect(told).toEqual([[expect.any(Number), true]]);
    endRunning();
    expect((await run).output.length).toBeLessThan(1e9);
    expect(told.slice(1)).toEqual([[pid, false]]);
  });
});
