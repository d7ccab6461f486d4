// Runs in Node: one frame of a video through a worker, against the best bare command with the same ffmpeg.

import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ffmpeg } from '../../e2e/media/index.js';
import { findFfmpeg } from '../../electron/main/thumbnails/ffmpeg.js';
import { LONGEST_SIDE } from '../../electron/main/thumbnails/keys.js';
import type { Workers } from './processes.js';
import { atMost, median, timed, type BenchRow } from './rows.js';

const run = promisify(execFile);
const SECONDS = 20;

export interface VideoBench {
  readonly workers: Workers;
  readonly scratch: string;
  readonly rounds: number;
  readonly say: (line: string) => void;
}

export async function benchVideos({ workers, scratch, rounds, say }: VideoBench): Promise<BenchRow[]> {
  const { path: program } = await findFfmpeg({
    configured: process.env['HOME_GALLERY_FFMPEG'] ?? null,
    log: () => undefined,
  });
  const root = join(scratch, 'films');
  mkdirSync(root, { recursive: true });
  const worker = workers.start();
  await worker.ready;
  const rows: BenchRow[] = [];
  for (const [name, size, rate] of [
    ['1080p', '1920x1080', '10M'],
    ['4K', '3840x2160', '30M'],
  ] as const) {
    say(`making a film in ${name}`);
    const film = join(root, `${name}.mp4`);
    const source = `testsrc2=s=${size}:r=25:d=${SECONDS},noise=alls=12:allf=t`;
    await ffmpeg([
      ...['-f', 'lavfi', '-i', source, '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'],
      ...['-b:v', rate, '-maxrate', rate, '-bufsize', rate, '-g', '50', '-movflags', '+faststart', film],
    ]);
    const longestSide = LONGEST_SIDE.grid;
    const job = { path: film, rootPath: root, kind: 'video', longestSide, ffmpeg: program } as const;
    const target = join(scratch, 'frame.webp');
    const bare = [
      ...['-hide_banner', '-loglevel', 'error', '-nostdin', '-y', '-threads', '1', '-noaccurate_seek'],
      ...['-ss', String(SECONDS / 2), '-i', film, '-map', '0:v:0', '-an', '-sn', '-dn', '-frames:v', '1'],
      ...['-vf', `scale=${longestSide}:-2`, '-fps_mode', 'passthrough', join(scratch, 'frame.jpg')],
    ];
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let i = 0; i < rounds + 1; i++) {
      const our = await timed(() => worker.ask('make', { ...job, target, timeLimit: 30_000 }));
      const their = await timed(() => run(program ?? 'ffmpeg', bare));
      // The first round is for the caches of the system.
      if (i > 0) ours.push(our);
      if (i > 0) theirs.push(their);
    }
    rows.push({
      what: `${name} H.264 to one frame, against the bare command`,
      value: median(ours) / median(theirs),
      unit: 'x',
      must: atMost(1.25),
      aim: atMost(1.05),
      note: `${median(ours).toFixed(0)} ms, bare ${median(theirs).toFixed(0)} ms`,
    });
  }
  await worker.stop();
  return rows;
}
