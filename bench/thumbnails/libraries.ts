// Runs in Node: whole libraries: a second start, renames, what a person looks at while thousands wait, memory.

import { copyFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, makeManyFiles, photo } from '../../e2e/media/index.js';
import { largePhotos } from './photos.js';
import type { Workers } from './processes.js';
import { atMost, percentile, timed, type BenchRow } from './rows.js';
import { service, type Service } from './service.js';

export interface LibraryBench {
  readonly workers: Workers;
  readonly scratch: string;
  /** Files of the library. */
  readonly files: number;
  /** Files for the memory of one worker. */
  readonly mixed: number;
  readonly say: (line: string) => void;
}

const COUNT = 2;
const SCREEN = 40;

/** Starts a service on files and resolves with it when nothing is left to do. */
async function complete(made: Service, paths: readonly string[]): Promise<Service> {
  await made.thumbnails.start();
  const finished = made.finished();
  made.add(paths);
  await finished;
  return made;
}

export async function benchLibraries(bench: LibraryBench): Promise<BenchRow[]> {
  const { workers, scratch, files, say } = bench;
  const root = join(scratch, 'many');
  const home = join(scratch, 'home');
  mkdirSync(home, { recursive: true });
  await makeManyFiles(root, { files, folders: 40 });
  const paths = () => filesBelow(root).map((name) => join(root, name));
  const options = { workers, count: COUNT, root, home };

  say(`making ${files} thumbnails for the first time`);
  const first = await complete(service(options), paths());
  const answers = await answerTimes(first);
  await first.thumbnails.stop();

  say('starting a second time');
  const second = service(options);
  const start = await timed(() => complete(second, paths()));
  const opened = second.pool.stats().completed + workers.pids().length;
  await second.thumbnails.stop();

  say('renaming and moving every file');
  mkdirSync(join(root, 'elsewhere'));
  paths().forEach((path, i) => renameSync(path, join(root, 'elsewhere', `renamed ${i}.jpg`)));
  const third = service(options);
  const moved = await timed(() => complete(third, paths()));
  const { completed, recognised } = third.pool.stats();
  await third.thumbnails.stop();

  const row = (
    what: string,
    value: number,
    unit: string,
    must: number,
    aim: number,
    note = '',
  ): BenchRow => ({
    ...{ what, value, unit, note },
    ...{ must: atMost(must), aim: atMost(aim) },
  });
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s for ${files} files`;
  return [
    row('answer to a request for a thumbnail that exists, p99', answers.there, 'ms', 5, 2),
    row('answer to a request for one that does not exist yet, p99', answers.missing, 'ms', 5, 2),
    row('second start: thumbnails made and files opened', opened, 'files', 0, 0, seconds(start)),
    row(
      'all files renamed and moved: thumbnails made',
      completed - recognised,
      'files',
      0,
      0,
      seconds(moved),
    ),
    await benchScreen(bench),
    ...(await benchMemory(bench)),
  ];
}

/** 99th percentile in milliseconds, one request after another. */
async function answerTimes({ thumbnails, files }: Service): Promise<{ there: number; missing: number }> {
  const there: number[] = [];
  const missing: number[] = [];
  const ids = [...files.keys()].slice(0, 2000);
  for (const id of ids) there.push(await timed(() => thumbnails.bytes(1, id, 'grid')));
  for (const id of ids) {
    const file = files.get(id);
    // Files that the service hears of for the first time; paused, so that it is the answer that is timed.
    if (file)
      files.set(id + 1_000_000, { ...file, id: id + 1_000_000, path: `${file.path}.new`, modified: 5 });
  }
  thumbnails.pause(true);
  for (const id of ids) missing.push(await timed(() => thumbnails.bytes(1, id + 1_000_000, 'grid')));
  return { there: percentile(there, 0.99), missing: percentile(missing, 0.99) };
}

/** A screen of photos while everything else waits, against the same screen alone. */
async function benchScreen({ workers, scratch, files, say }: LibraryBench): Promise<BenchRow> {
  const root = join(scratch, 'busy');
  await makeManyFiles(root, { files, folders: 40 });
  const large = await largePhotos(join(scratch, 'screen'), SCREEN * 2);
  mkdirSync(join(root, 'screen'));
  const screens = [0, 1].map((half) =>
    large.slice(half * SCREEN, (half + 1) * SCREEN).map((path, i) => {
      const target = join(root, 'screen', `${half} ${i}.jpg`);
      copyFileSync(path, target);
      return target;
    }),
  );
  const times: number[] = [];
  for (const [i, busy] of [false, true].entries()) {
    say(busy ? `a screen of photos while ${files} wait` : 'a screen of photos alone');
    const home = join(scratch, `screen-home-${i}`);
    mkdirSync(home, { recursive: true });
    const made = service({ workers, count: COUNT, root, home });
    await made.thumbnails.start();
    const many = filesBelow(root).filter((name) => !name.startsWith('screen'));
    const warm = made.add(many.map((name) => join(root, name)).slice(0, busy ? files : 200));
    while (made.thumbnails.status().done < Math.min(100, warm.length)) await pause();
    if (!busy) while (made.thumbnails.status().pending > 0) await pause();
    made.thumbnails.pause(false);
    const visible = made.add(screens[i] ?? []);
    times.push(
      await timed(async () => {
        made.thumbnails.want({ root: 1, visible, near: [] });
        while (!visible.every((id) => made.announced.has(id))) await pause();
      }),
    );
    await made.thumbnails.stop();
  }
  const [idle = NaN, loaded = NaN] = times;
  return {
    what: `a screen of ${SCREEN} photos with ${files} waiting, against an idle pool`,
    value: loaded / idle,
    unit: 'x',
    must: atMost(1.3),
    aim: atMost(1.1),
    note: `${(loaded / 1000).toFixed(2)} s, idle ${(idle / 1000).toFixed(2)} s`,
  };
}

/** Resident memory of one worker over many files of all kinds. */
async function benchMemory({ workers, scratch, mixed, say }: LibraryBench): Promise<BenchRow[]> {
  say(`memory of one worker over ${mixed} files`);
  const root = join(scratch, 'mixed');
  await makeManyFiles(root, { files: mixed, folders: 10 });
  const [large] = await largePhotos(join(scratch, 'one'), 1);
  const size = { width: 2400, height: 1600 };
  const kinds = await Promise.all(
    (['png', 'webp', 'tiff', 'gif', 'avif'] as const).map(
      async (format) => [format, await photo({ ...size, format })] as const,
    ),
  );
  const pictures = [...kinds, ['jpg', readFileSync(large ?? '')] as const];
  for (let i = 0; i < mixed / 20; i++) {
    const [format, bytes] = pictures[i % pictures.length] ?? ['jpg', Buffer.alloc(0)];
    writeFileSync(join(root, `large ${i}.${format}`), Buffer.concat([bytes, Buffer.from(`\n${i}`)]));
  }
  const home = join(scratch, 'mixed-home');
  mkdirSync(home, { recursive: true });
  const made = service({ workers, count: 1, root, home });
  const samples: number[] = [];
  const timer = setInterval(() => {
    for (const pid of workers.pids()) samples.push(residentBytes(pid));
  }, 100);
  await complete(
    made,
    filesBelow(root)
      .map((name) => join(root, name))
      .sort((a, b) => a.length - b.length),
  );
  clearInterval(timer);
  await made.thumbnails.stop();
  const megabytes = Math.max(...samples) / 2 ** 20;
  const half = samples.slice(samples.length / 2);
  const row = (what: string, value: number, unit: string, must: number, aim: number): BenchRow => ({
    ...{ what, value, unit, note: `${samples.length} samples, ${made.thumbnails.status().failed} failed` },
    ...{ must: atMost(must), aim: atMost(aim) },
  });
  return [
    row(`memory of one worker over ${made.files.size} mixed files`, megabytes, 'MB', 400, 300),
    row(
      'its last value against the middle of the run',
      (samples.at(-1) ?? NaN) / (half[0] ?? NaN),
      'x',
      1.5,
      1.1,
    ),
  ];
}

function residentBytes(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) * 1024;
  } catch {
    // Ended since, or not Linux.
    return 0;
  }
}

const pause = () => new Promise((done) => setTimeout(done, 2));
