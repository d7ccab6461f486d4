// Runs in Node: the row of a second start, against an app that only opens an empty window.

import { join } from 'node:path';
import { APP } from '../../e2e/app.js';
import { interleave, median, ms, times } from '../numbers.js';
import { judge, type Row } from '../row.js';
import type { Bundles } from './bundle.js';
import { runElectron } from './electron.js';

const EMPTY = join(import.meta.dirname, 'empty');
/** As text for the page: the grid is there, with tiles in it. */
const TILES = `document.querySelector('[data-testid="tile"]') !== null`;

/**
 * Milliseconds from the start of the process to its first painted grid (or empty page).
 * @param userDataDir of an app that knows its folders from an earlier start
 */
export async function reopenRow(bundles: Bundles, userDataDir: string, rounds: number): Promise<Row> {
  const start = async (args: readonly string[], until: string) => {
    const { value, startedAt } = await runElectron<number>(['-r', bundles.probe, ...args], {
      BENCH_UNTIL: until,
    });
    return value - startedAt;
  };
  const values = await interleave(rounds, {
    empty: () => start([EMPTY, `--user-data-dir=${userDataDir}-empty`], `document.readyState === 'complete'`),
    app: () => start([APP, `--user-data-dir=${userDataDir}`], TILES),
  });
  const [app, empty] = [median(values.app), median(values.empty)];
  return {
    what: 'reopen: start to first grid, against an empty window',
    ...{ must: '<= 1.6 x', aim: '<= 1.25 x' },
    measured: `${times(app / empty)} (${ms(app)} / ${ms(empty)})`,
    verdict: judge(app / empty, { must: 1.6, aim: 1.25 }),
    numbers: values,
  };
}
