// Runs in Node: the rows of a folder with the whole library in it that is renamed while the window is used: every file of it is
// gone and another has come.

import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { launchApp } from '../../e2e/app.js';
import type { Row } from '../row.js';
import { frameOf, frameRow, type Frame } from './frames.js';
import type { Gap } from './inside/loop.js';
import { stallRow, startIdleLoop, watchIdleLoop, watchMainLoop } from './loop.js';

const LIMIT = 300_000;
const NAMES = ['Renamed', 'Renamed again', 'Pictures'];
/** Milliseconds in which the window comes to rest after all is there. */
const REST = 1500;

export interface Renaming {
  /** A folder that is not there yet; the one with the files is moved into it. */
  readonly root: string;
  readonly pictures: string;
  readonly userDataDir: string;
  readonly files: number;
}

export async function renameRows({ root, pictures, userDataDir, files }: Renaming): Promise<Row[]> {
  mkdirSync(root);
  renameSync(pictures, join(root, NAMES.at(-1)!));
  const gallery = await launchApp({ userDataDir, mediaDirs: [root] });
  const phases: Record<string, Gap[]> = {};
  const frames: Frame[] = [];
  const held = watchIdleLoop();
  try {
    const { page, app } = gallery;
    // See window.ts.
    await page.evaluate('globalThis.__name = (named) => named');
    await app.evaluate('globalThis.__name = (named) => named');
    await page.waitForFunction(
      async (wanted) => {
        const roots = await window.gallery.call('roots.list');
        return roots.ok && roots.value[0]?.watching === 'native' && roots.value[0].files === wanted;
      },
      files,
      { timeout: LIMIT },
    );
    await page.waitForTimeout(REST);
    const longest = await watchMainLoop(gallery);
    const idle = await startIdleLoop();
    let before = NAMES.at(-1)!;
    for (const name of NAMES) {
      await longest();
      const change = async () => {
        renameSync(join(root, before), join(root, name));
        await page.locator(`[data-path="${name}"]`).first().waitFor({ timeout: LIMIT });
        await page.waitForTimeout(REST);
      };
      frames.push(await frameOf(page, idle, change));
      phases[name] = await longest();
      before = name;
    }
    idle.end();
  } finally {
    await gallery.close();
  }
  const folder = `a folder of ${files.toLocaleString('en')} files renamed`;
  const note = 'until the window shows it and comes to rest, while thumbnails are made';
  return [
    stallRow(`main process, longest stall: ${folder}`, phases, await held(), note),
    frameRow(`${folder}: longest frame`, frames, { must: 200, aim: 50, note }),
  ];
}
