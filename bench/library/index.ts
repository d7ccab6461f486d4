// Runs in Node: the library engine at 100,000 files, against `find`, an empty window, and itself at other sizes.

import { join } from 'node:path';
import { makeManyFiles } from '../../e2e/media/index.js';
import type { Part } from '../part.js';
import { bundleInside } from './bundle.js';
import { DiskBench } from './disk.js';
import { runElectron } from './electron.js';
import { measureGrowth } from './growth-runs.js';
import { memoryRow, timeRow } from './growth.js';
import type { Memory } from './inside/memory.js';
import { cachedLookRow } from './look.js';
import { renameRows } from './renaming.js';
import { restartRow, STARTS } from './restart.js';
import { reopenRows } from './start.js';
import { spreadTimes } from './times.js';
import { WindowBench } from './window.js';

export const library: Part = async ({ quick, scratch, say }, tell) => {
  const [files, folders] = quick ? [10_000, 300] : [100_000, 3000];
  const rounds = quick ? 3 : 9;
  say('Bundling');
  const bundles = await bundleInside();
  say(`Making ${files} files in ${folders} folders`);
  const made = await makeManyFiles(join(scratch, 'Pictures'), { files, folders });
  spreadTimes(made);

  const disk = new DiskBench(bundles, made.dir, rounds);
  tell(await disk.warm());
  tell(await disk.cold());
  tell(await cachedLookRow(disk.scanned));
  tell(await disk.watcher());
  tell(timeRow(await measureGrowth(quick ? 100_000 : 1_000_000, quick ? 1 : 5)));
  const inMain = { BENCH_TASK: 'memory' };
  const memory = await runElectron<Memory[]>(['--js-flags=--expose-gc', bundles.bare], inMain);
  tell(memoryRow(memory.value));

  const userDataDir = join(scratch, 'user');
  const photo = join(made.dir, made.folderPaths[0]!, 'IMG_000000.jpg');
  const window = new WindowBench({ bundles, root: made.dir, files, userDataDir, photo, quick });
  await window.run(tell);
  const found = quick ? 100 : 1000;
  tell(await restartRow({ bundles, userDataDir, root: made.dir, items: window.items, photo, found }));
  for (const row of await reopenRows(bundles, userDataDir, rounds)) tell(row);
  // Last, because it leaves many more files than the other rows are about.
  await window.arrivals(window.items + STARTS * found, tell);
  const renaming = { root: join(scratch, 'Library'), userDataDir: join(scratch, 'renaming') };
  for (const row of await renameRows({ ...renaming, pictures: made.dir, files: window.items })) tell(row);
};
