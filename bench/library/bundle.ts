// Runs in Node: bundles what the bench runs inside Electron.

import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

const INSIDE = join(import.meta.dirname, 'inside');
/** Kept out of git with everything else in it. */
const OUT = join(import.meta.dirname, '../../.cache/bench');

export interface Bundles {
  /** An app folder: what BENCH_TASK names is done by its main process. */
  readonly bare: string;
  /** To be given to `electron -r`. */
  readonly probe: string;
  /** Source text for the page. */
  readonly page: string;
}

async function bundle(input: Record<string, string>, format: 'es' | 'cjs' | 'iife', extension: string) {
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: format !== 'iife',
      outDir: OUT,
      emptyOutDir: false,
      minify: false,
      target: 'node20',
      rolldownOptions: {
        input,
        external: ['electron', /^node:/],
        output: { format, entryFileNames: `[name].${extension}` } satisfies Rolldown.OutputOptions,
      },
    },
  });
}

/** Makes the bundles; they lie in the project's own cache folder. */
export async function bundleInside(): Promise<Bundles> {
  const { writeFile, mkdir, readFile } = await import('node:fs/promises');
  await mkdir(OUT, { recursive: true });
  await bundle({ main: join(INSIDE, 'main.ts'), scan: join(INSIDE, 'scan.ts') }, 'es', 'js');
  await bundle({ probe: join(INSIDE, 'probe.ts') }, 'cjs', 'cjs');
  await bundle({ page: join(INSIDE, 'page.ts') }, 'iife', 'iife.js');
  const manifest = { name: 'home-gallery-bench', version: '1.0.0', type: 'module', main: 'main.js' };
  await writeFile(join(OUT, 'package.json'), JSON.stringify(manifest));
  const page = await readFile(join(OUT, 'page.iife.js'), 'utf8');
  return { bare: OUT, probe: join(OUT, 'probe.cjs'), page };
}
