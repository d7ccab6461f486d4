// Runs in Node: whether main's loop stays free when the app starts on a kept index: its restoring, the verification of
// every file, and the start of the watcher.

import { join } from 'node:path';
import { ms } from '../numbers.js';
import type { Row } from '../row.js';
import type { Bundles } from './bundle.js';
import { copyPhotos } from './copy.js';
import type { Gap } from './inside/loop.js';
import { less, stallRow, watchIdleLoop } from './loop.js';
import { probeApp, probeEmpty } from './start.js';

/** How often it is started. */
export const STARTS = 3;

/** As text for the page: the disk has been compared with what was known, and is watched. */
const verified = (items: number) => `window.gallery.call('roots.list').then(({ ok, value }) =>
  ok && value.every(({ state, watching }) => state === 'ready' && watching === 'native') &&
  Number(document.querySelector('[data-testid="status"]')?.dataset.items) === ${items})`;

export interface RestartOptions {
  readonly bundles: Bundles;
  /** Of an app that knows `root` from an earlier start. */
  readonly userDataDir: string;
  readonly root: string;
  /** Files it knows. */
  readonly items: number;
  /** A photo to copy. */
  readonly photo: string;
  /** Files that come while it is closed, before each start. */
  readonly found: number;
}

/** Main's longest stall of several such starts. */
export async function restartRow(options: RestartOptions): Promise<Row> {
  const { bundles, userDataDir, root, photo, found } = options;
  const starts: Record<string, readonly Gap[]> = {};
  const idle = watchIdleLoop();
  const empty = await probeEmpty(bundles, userDataDir, { BENCH_GAPS: 'yes' });
  for (let start = 1; start <= STARTS; start++) {
    await copyPhotos(photo, join(root, `while closed ${start}`), found);
    const until = verified(options.items + start * found);
    const { value } = await probeApp(bundles, userDataDir, { BENCH_UNTIL: until, BENCH_GAPS: 'yes' });
    starts[`start ${start}`] = value.gaps;
  }
  const held = await idle();
  const reference = Math.max(0, ...empty.value.gaps.map((gap) => less(gap, held)));
  return stallRow(
    'main process, longest stall of a start on a kept index',
    starts,
    held,
    `restoring, verification of every file, start of the watcher, from the turn after the window is made; each start ` +
      `finds ${found.toLocaleString('en')} new files. ` +
      `An app with an empty window: ${ms(reference)}`,
  );
}
