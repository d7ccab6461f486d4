// Runs in Node: whole libraries: a second start, renames, what a person looks at while thousands wait, memory.

import { mkdirSync, mkdtempSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Variant } from '../../electron/main/thumbnails/keys.js';
import { answerThumbnail } from '../../electron/main/thumb-answer.js';
import { filesBelow, makeManyFiles } from '../../e2e/media/index.js';
import { benchMemory } from './memory.js';
import { largePhotos } from './photos.js';
import type { Workers } from './processes.js';
import { atMost, median, percentile, timed, type BenchRow } from './rows.js';
import { complete, service, type Service } from './service.js';

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
/** How often the screen is measured. */
const ROUNDS = 3;

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
  const opened = madeAgain(second, files) + second.pool.stats().recognised + workers.pids().length;
  await second.thumbnails.stop();

  say('renaming and moving every file');
  mkdirSync(join(root, 'elsewhere'));
  paths().forEach((path, i) => renameSync(path, join(root, 'elsewhere', `renamed ${i}.jpg`)));
  const third = service(options);
  const moved = await timed(() => complete(third, paths()));
  const remade = madeAgain(third, files);
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
    row('all files renamed and moved: thumbnails made', remade, 'files', 0, 0, seconds(moved)),
    await benchScreen(bench),
    ...(await benchMemory(bench)),
  ];
}

/**
 * Thumbnails that were made or tried although the content of their files is known.
 *
 * @throws when not every one of the files has its thumbnail
 */
export function madeAgain({ pool, thumbnails }: Pick<Service, 'pool' | 'thumbnails'>, files: number): number {
  const { done } = thumbnails.status();
  if (done !== files) throw new Error(`${done} of ${files} files have thumbnails`);
  const { completed, recognised, failed } = pool.stats();
  return completed - recognised + failed;
}

/**
 * 99th percentile in milliseconds, one request after another: from an address to the answer with its bytes, as main's handler
 * of thumb:// makes it. What Electron adds around it cannot be seen from here.
 */
async function answerTimes({ thumbnails, files }: Service): Promise<{ there: number; missing: number }> {
  const there: number[] = [];
  const missing: number[] = [];
  // All, because the first thousand also wait for the engine, which compiles what answers them at that moment.
  const ids = [...files.keys()];
  const sources = {
    thumbnail: (root: number, id: number, size: Variant) => thumbnails.picture(root, id, size),
    preview: () => Promise.resolve(null),
  };
  const answer = async (id: number, status: number) => {
    const request = new Request(`thumb://r1/${id}?v=1-1`);
    const response = await answerThumbnail(sources, request, () => undefined);
    await response.arrayBuffer();
    if (response.status !== status) throw new Error(`File ${id} was answered with ${response.status}`);
  };
  for (const id of ids) there.push(await timed(() => answer(id, 200)));
  for (const id of ids) {
    const file = files.get(id);
    // Files that the service hears of for the first time; paused, so that it is the answer that is timed.
    if (file)
      files.set(id + 1_000_000, { ...file, id: id + 1_000_000, path: `${file.path}.new`, modified: 5 });
  }
  thumbnails.pause(true);
  for (const id of ids) missing.push(await timed(() => answer(id + 1_000_000, 404)));
  return { there: percentile(there, 0.99), missing: percentile(missing, 0.99) };
}

/** A screen of photos while everything else waits, against the same screen alone, in turn. */
async function benchScreen(bench: LibraryBench): Promise<BenchRow> {
  const { scratch, files, say } = bench;
  const root = join(scratch, 'busy');
  await makeManyFiles(root, { files, folders: 40 });
  const many = filesBelow(root).map((name) => join(root, name));
  const screen = await largePhotos(join(root, 'screen'), SCREEN);
  const idle: number[] = [];
  const busy: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    say(`a screen of photos, alone and while ${files} wait, round ${round + 1} of ${ROUNDS}`);
    idle.push(await screenTime(bench, root, many.slice(0, 200), screen, true));
    busy.push(await screenTime(bench, root, many, screen, false));
  }
  const seconds = (times: readonly number[]) => `${(median(times) / 1000).toFixed(2)} s`;
  return {
    what: `a screen of ${SCREEN} photos with ${files} waiting, against an idle pool`,
    value: median(busy) / median(idle),
    unit: 'x',
    must: atMost(1.3),
    aim: atMost(1.1),
    note: `${seconds(busy)}, idle ${seconds(idle)}`,
  };
}

/** Milliseconds until a screen of photos is there; before that workers warm up on other files, to their end if `alone`. */
async function screenTime(
  { workers, scratch }: LibraryBench,
  root: string,
  others: readonly string[],
  screen: readonly string[],
  alone: boolean,
): Promise<number> {
  const home = mkdtempSync(join(scratch, 'screen-home-'));
  const made = service({ workers, count: COUNT, root, home });
  const { thumbnails } = made;
  await thumbnails.start();
  made.add(others);
  while (thumbnails.status().done < 100 || (alone && thumbnails.status().pending > 0)) await pause();
  const visible = made.add(screen);
  const time = await timed(async () => {
    thumbnails.want({ root: 1, visible, near: [] });
    while (!visible.every((id) => made.announced.has(id))) await pause();
  });
  await thumbnails.stop();
  return time;
}

const pause = () => new Promise((done) => setTimeout(done, 2));
