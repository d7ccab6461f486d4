// Runs in Node: the rows of a second start, against an app that only opens an empty window.

import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { APP } from '../../e2e/app.js';
import { interleave, median, ms, times } from '../numbers.js';
import { judge, type Row } from '../row.js';
import type { Bundles } from './bundle.js';
import { runElectron } from './electron.js';
import type { Probed } from './inside/probe.js';

const EMPTY = join(import.meta.dirname, 'empty');
/** As text for the page: the empty page is there. */
const PAGE = `document.readyState === 'complete'`;
/** The same: the grid is there, with tiles in it. */
const TILES = `document.querySelector('[data-testid="tile"]') !== null`;
/** The same: whether the window kept its first screen (renderer/state/first-screen.ts). */
const KEPT = `localStorage.getItem('home-gallery.first-screen') !== null`;

export interface ProbeEnv {
  readonly BENCH_UNTIL: string;
  readonly BENCH_ASK?: string;
  readonly BENCH_GAPS?: string;
}

/** Starts the app on what it knows from an earlier start; answers what inside/probe.ts tells, and when it was started. */
export async function probeApp(bundles: Bundles, userDataDir: string, env: ProbeEnv) {
  return runElectron<Probed>(['-r', bundles.probe, APP, `--user-data-dir=${userDataDir}`], { ...env });
}

/** The same for an app that only opens an empty window. */
export async function probeEmpty(bundles: Bundles, userDataDir: string, env: Omit<ProbeEnv, 'BENCH_UNTIL'>) {
  const args = ['-r', bundles.probe, EMPTY, `--user-data-dir=${userDataDir}-empty`];
  return runElectron<Probed>(args, { ...env, BENCH_UNTIL: PAGE });
}

/**
 * Milliseconds from the start of the process to its first painted grid (or empty page): as it is, and with nothing but
 * the index database.
 * @param userDataDir of an app that knows its folders from an earlier start
 */
export async function reopenRows(bundles: Bundles, userDataDir: string, rounds: number): Promise<Row[]> {
  const storage = join(userDataDir, 'Local Storage');
  const aside = `${userDataDir}-storage`;
  cpSync(storage, aside, { recursive: true });
  // Every start keeps a first screen again, or may be ended while it does.
  const app = async (kept: boolean) => {
    rmSync(storage, { recursive: true, force: true });
    if (kept) cpSync(aside, storage, { recursive: true });
    const { value, startedAt } = await probeApp(bundles, userDataDir, {
      BENCH_UNTIL: TILES,
      BENCH_ASK: KEPT,
    });
    if (value.asked !== kept) throw new Error(`A first screen was ${kept ? 'not ' : ''}kept by the window`);
    return value.at - startedAt;
  };
  const values = await interleave(rounds, {
    empty: async () => {
      const { value, startedAt } = await probeEmpty(bundles, userDataDir, {});
      return value.at - startedAt;
    },
    kept: () => app(true),
    snapshot: () => app(false),
  });
  const empty = median(values.empty);
  const measured = (name: 'kept' | 'snapshot') => ({
    measured: `${times(median(values[name]) / empty)} (${ms(median(values[name]))} / ${ms(empty)})`,
    numbers: { empty: values.empty, app: values[name] },
  });
  return [
    {
      what: 'reopen: start to first grid, against an empty window',
      ...{ must: '<= 1.6 x', aim: '<= 1.25 x' },
      ...measured('kept'),
      verdict: judge(median(values.kept) / empty, { must: 1.6, aim: 1.25 }),
    },
    {
      what: "the same without the window's own first screen: from the index database alone",
      ...{ must: '-', aim: '-' },
      ...measured('snapshot'),
      verdict: 'no limit',
      note: 'a start after the window was left in another folder or order than it was told to show, or lost its storage',
    },
  ];
}
