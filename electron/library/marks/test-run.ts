// Helpers of the tests of marks: the library as main asks it, on real files and a real database, for each test anew.

import { afterEach, beforeEach } from 'vitest';
import type { RootId } from '../../shared/contract.js';
import { Listing } from '../../shared/listing-table.js';
import { FAVOURITE_FLAG, RATING_MASK, type MarkChange, type MarkColumns } from '../../shared/marks.js';
import type { LibraryEvents } from '../../shared/messages.js';
import { Library } from '../library.js';
import { HandClock, idOf, TestFolder } from '../test-files.js';

/** Two roots, and what the app keeps. */
export let folder: TestFolder;
export let other: TestFolder;
export let user: TestFolder;
let open: Run[];

type Told = { [K in keyof LibraryEvents]?: LibraryEvents[K][] };

export interface Run {
  readonly ask: Library['handlers'];
  readonly clock: HandClock;
  readonly told: Told;
}

/** `hear`: is told of what the library tells, when it does. */
export async function start(
  hear: (name: keyof LibraryEvents, run: Run) => void = () => undefined,
): Promise<Run> {
  const clock = new HandClock();
  const told: Told = {};
  const library = new Library({
    clock,
    log: () => undefined,
    send: (name, payload) => {
      ((told[name] ??= []) as unknown[]).push(payload);
      hear(name, run);
    },
    createWatcher: () => ({ start: () => Promise.resolve(), close: () => Promise.resolve() }),
  });
  const run: Run = { ask: library.handlers, clock, told };
  open.push(run);
  await run.ask.configure({ indexFile: user.at('index.db'), userFile: user.at('user.db') });
  return run;
}

export const at = (root: RootId) => ({ root, path: (root === 1 ? folder : other).path });
/** Lets marks follow, whatever that takes of real time. */
export async function settled({ clock }: Run): Promise<void> {
  for (let i = 0; i < 30; i++) {
    await new Promise((done) => setTimeout(done, 2));
    clock.move(100);
  }
}
export const scan = async ({ ask }: Run, root: RootId = 1) => Listing.from(await ask.scan(at(root)));
export async function rescan({ ask }: Run, listing: Listing, folders: readonly string[]): Promise<void> {
  for (const patch of await ask.rescan({ root: 1, folders })) listing.apply(patch);
}
export const mark = ({ ask }: Run, listing: Listing, path: string, change: MarkChange, root: RootId = 1) =>
  ask.setMarks({ files: [{ root, ids: Uint32Array.of(idOf(listing, path)) }], change });

/** Marks in words: favourite as `*`, stars, tags; by path. */
export function words(columns: MarkColumns, listing: Listing): Record<string, string> {
  const result: Record<string, string> = {};
  let from = 0;
  columns.id.forEach((id, row) => {
    const flags = columns.flags[row]!;
    const tags = [...columns.tag.subarray(from, (from += columns.tagCount[row]!))].map(
      (n) => columns.tags[n]!,
    );
    const star = flags & FAVOURITE_FLAG ? '*' : '';
    result[listing.pathAt(listing.rowOf(id))] = [`${star}${flags & RATING_MASK}`, ...tags].join(' ');
  });
  return result;
}
export const marks = async (run: Run, listing: Listing, root: RootId = 1) =>
  words((await run.ask.marks({ root })).marks, listing);

beforeEach(() => {
  [folder, other, user] = [new TestFolder(), new TestFolder(), new TestFolder()];
  open = [];
  folder.write('a.jpg', 'x/b.jpg', 'x/c.jpg');
  other.write('z.jpg');
});
afterEach(async () => {
  for (const run of open) await run.ask.stop({});
  for (const one of [folder, other, user]) one.remove();
});
