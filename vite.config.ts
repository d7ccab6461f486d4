// Builds the four bundles of the app: the window's page, the Node processes, the preload.
// `vite build --app` builds all; the dev server (build/dev.mjs) serves the page and rebuilds the rest.

import { resolve } from 'node:path';
import { builtinModules } from 'node:module';
import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions } from 'vite';
import { writeLicences } from './build/steps/licences.mjs';

const root = import.meta.dirname;
const from = (path: string) => resolve(root, path);
const nodeParts = ['electron', /^node:/, ...builtinModules];

/** What stays outside the bundles because it holds native or wasm parts, or is optional. */
const external = [...nodeParts, 'sharp', 'ffmpeg-static', '@photostructure/sqlite', /^libheif-js/];

/** Half as much to read at each start; names stay, because the log tells where an error came from. */
const compact = { mangle: false, compress: false, codegen: { removeWhitespace: true } } as const;

const node: EnvironmentOptions = {
  consumer: 'server',
  resolve: { noExternal: true, external: ['sharp', 'ffmpeg-static', '@photostructure/sqlite', 'electron'] },
  build: {
    outDir: from('dist/node'),
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      external,
      input: {
        main: from('electron/main/index.ts'),
        library: from('electron/library/index.ts'),
        'check-thread': from('electron/library/check-thread.ts'),
        'scan-thread': from('electron/library/scan-thread.ts'),
        thumbnail: from('electron/thumbnail/index.ts'),
      },
      output: {
        minify: compact,
        format: 'es',
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
      },
    },
  },
};

const preload: EnvironmentOptions = {
  consumer: 'server',
  resolve: { noExternal: true },
  build: {
    outDir: from('dist/preload'),
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      external: nodeParts,
      input: { index: from('electron/preload/index.ts') },
      // A sandboxed preload must be one CommonJS file.
      output: { minify: compact, format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
};

export default defineConfig({
  root: from('renderer'),
  base: './',
  plugins: [react()],
  builder: {
    buildApp: async (builder) => {
      const built: Awaited<ReturnType<typeof builder.build>>[] = [];
      for (const environment of Object.values(builder.environments))
        built.push(await builder.build(environment));
      await writeLicences(built);
    },
  },
  environments: {
    client: {
      build: {
        outDir: from('dist/renderer'),
        emptyOutDir: true,
        target: 'chrome130',
        sourcemap: true,
        assetsInlineLimit: 0,
        // The page is read from the disk, so one large file costs nothing.
        chunkSizeWarningLimit: 2000,
      },
    },
    node,
    preload,
  },
});
