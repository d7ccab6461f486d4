// Runs in Node: the rows of scanning and watching, against `find`, in the runtime that the app has.

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { APP } from '../../e2e/app.js';
import { interleave, median, ms, short, times } from '../numbers.js';
import { judge, notPossible, worst, type Row } from '../row.js';
import type { Bundles } from './bundle.js';
import { runElectron } from './electron.js';
import type { Measured } from './inside/scan.js';

const FIELDS = '%p\\t%s\\t%T@\\n';

/** Milliseconds that `find` takes for the same fields. */
function find(root: string): number {
  const started = performance.now();
  const { status, error } = spawnSync('find', [root, '-printf', FIELDS], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (error || status !== 0) throw new Error('find did not run', { cause: error });
  return performance.now() - started;
}

function dropCaches(): void {
  spawnSync('sync');
  writeFileSync('/proc/sys/vm/drop_caches', '3');
}

/** Root in a container may be kept from it as well. */
function canDropCaches(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    dropCaches();
    return true;
  } catch {
    return false;
  }
}

export class DiskBench {
  constructor(
    private readonly bundles: Bundles,
    private readonly root: string,
    private readonly rounds: number,
  ) {}

  /** Median milliseconds of a warm scan, for rows that compare with it. */
  scanned = NaN;

  async warm(): Promise<Row> {
    find(this.root);
    const values = await interleave(this.rounds, {
      find: () => find(this.root),
      scan: async () => (await this.run('scan')).scan,
    });
    this.scanned = median(values.scan);
    const factor = this.scanned / median(values.find);
    return {
      what: 'full scan, warm, against find',
      ...{ must: '<= 1.5 x', aim: '<= 1.0 x' },
      measured: `${times(factor)} (${ms(this.scanned)} / ${ms(median(values.find))})`,
      verdict: judge(factor, { must: 1.5, aim: 1.0 }),
      numbers: values,
      note: 'first scan of a fresh library process, threads already started',
    };
  }

  async cold(): Promise<Row> {
    const [what, must, aim] = ['full scan, cold, against find', '<= 1.1 x', '<= 0.75 x'];
    if (!canDropCaches()) {
      return notPossible(what, must, aim, 'only root can empty the caches, and only on Linux');
    }
    const values = await interleave(Math.max(3, Math.floor(this.rounds / 2)), {
      find: () => {
        dropCaches();
        // Its own file is not what is measured.
        spawnSync('find', ['--version']);
        return find(this.root);
      },
      // The process itself has to be read first, so it empties the caches when it is there.
      scan: async () => (await this.run('cold')).scan,
    });
    const [scan, reference] = [median(values.scan), median(values.find)];
    return {
      ...{ what, must, aim },
      measured: `${times(scan / reference)} (${ms(scan)} / ${ms(reference)})`,
      verdict: judge(scan / reference, { must: 1.1, aim: 0.75 }),
      numbers: values,
    };
  }

  async watcher(): Promise<Row> {
    const runs: Measured[] = [];
    const alone: Measured[] = [];
    for (let i = 0; i < Math.max(3, Math.floor(this.rounds / 2)); i++) {
      runs.push(await this.run('watch'));
      alone.push(await this.run('watch alone'));
    }
    const of = (name: 'watch' | 'watchStall') => median(runs.map((one) => one[name]));
    const megabytes = median(alone.map(({ memory }) => memory)) / 1e6;
    return {
      what: 'watcher: ready after scan / extra memory',
      ...{ must: '<= 3 s / <= 400 MB', aim: '<= 0.5 s / <= 60 MB' },
      measured: `${ms(of('watch'))} / ${short(megabytes)} MB`,
      verdict: worst(judge(of('watch'), { must: 3000, aim: 500 }), judge(megabytes, { must: 400, aim: 60 })),
      numbers: { runs, alone },
      note: `the library process's loop was held for ${ms(of('watchStall'))} at most; memory of one that has scanned nothing before`,
    };
  }

  private async run(task: 'scan' | 'cold' | 'watch' | 'watch alone'): Promise<Measured> {
    const env = {
      BENCH_TASK: task,
      BENCH_ROOT: this.root,
      BENCH_THREAD: join(APP, 'dist/node/scan-thread.js'),
    };
    return (await runElectron<Measured>([this.bundles.bare], env)).value;
  }
}
