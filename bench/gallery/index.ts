// Runs in Node: the window on 100,000 files, as a person uses it.

import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jpeg, makeManyFiles } from '../../e2e/media/index.js';
import { spreadTimes } from '../library/times.js';
import type { Part } from '../part.js';
import { keepNoBodies } from './bodies.js';
import { atSmallest, censusRow, Memories, startCounting } from './census.js';
import { clicksRow } from './clicks.js';
import { jumpRow } from './jump.js';
import { scrollRow } from './scroll.js';
import { searchRow } from './search.js';
import { openStage, setPaused, toFront } from './stage.js';
import { viewerRows } from './viewer.js';

/** Makes photos of 24 megapixels, newer than all others; answers their names, the newest first. */
async function makeLarge(folder: string, count: number): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const made: Buffer[] = [];
  for (const seed of [1, 2]) made.push(await jpeg({ width: 6000, height: 4000, seed, scene: 'lake' }));
  return Array.from({ length: count }, (_, i) => {
    const name = `large ${String(i).padStart(2, '0')}.jpg`;
    // What follows the picture does not count for a decoder, but makes the file another one.
    writeFileSync(join(folder, name), Buffer.concat([made[i % made.length]!, Buffer.from(`\n${i}`)]));
    const seconds = 1_700_000_000 - i * 60;
    utimesSync(join(folder, name), seconds, seconds);
    return name;
  });
}

export const gallery: Part = async ({ quick, scratch, say }, tell) => {
  const [files, folders] = quick ? [10_000, 300] : [100_000, 3000];
  const root = join(scratch, 'Pictures');
  say(`Making ${files} files in ${folders} folders`);
  spreadTimes(await makeManyFiles(root, { files, folders }));
  const names = await makeLarge(join(root, 'large'), 30);
  say('Opening the app');
  const stage = await openStage(join(scratch, 'user'), root, files + names.length);
  try {
    const { app, page } = stage.gallery;
    await keepNoBodies(page);
    const memories = new Memories(app);
    await memories.note('start');
    await startCounting(stage.gallery);
    tell(await scrollRow(stage, quick ? 1 : 3, quick ? 3 : 10));
    await memories.note('scrolled');
    await toFront(app);
    await atSmallest(page);
    await memories.note('smallest');
    tell(await jumpRow(page, quick ? 10 : 60));
    await memories.note('jumped');
    tell(await searchRow(page, quick ? 1 : 4));
    await memories.note('searched');
    for (const row of await viewerRows(stage.gallery, names, memories)) tell(row);
    await setPaused(page, false);
    tell(await clicksRow(page, quick ? 1 : 12));
    await memories.note('clicked');
    tell(await censusRow(stage.gallery, memories));
  } finally {
    await stage.close();
  }
};
