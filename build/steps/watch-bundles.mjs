// @ts-check
// Runs in the build scripts: builds bundles again whenever their sources change.

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DIST, inRoot } from './paths.mjs';
import { say, warn } from './say.mjs';

/** @typedef {import('vite').Rolldown.RolldownWatcher} Watcher */

/**
 * Builds and watches. A build that fails is reported and waits for the next change.
 * @param {readonly string[]} names environments of vite.config.ts
 * @param {() => void} built called when all of them are whole, at first and after each change
 */
export async function watchBundles(names, built) {
  // What lies in dist is from now on not what `npm start` would build.
  await rm(join(DIST, '.built-from'), { force: true });
  const { createBuilder } = await import('vite');
  const builder = await createBuilder({
    configFile: inRoot('vite.config.ts'),
    logLevel: 'warn',
    clearScreen: false,
    environments: Object.fromEntries(names.map((name) => [name, { build: { watch: {} } }])),
  });
  const whole = new Set();
  /** @type {Watcher[]} */
  const watchers = [];
  for (const name of names) {
    const environment = builder.environments[name];
    if (!environment) throw new Error(`vite.config.ts has no environment ${name}`);
    const watcher = /** @type {Watcher} */ (await builder.build(environment));
    watchers.push(watcher);
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') {
        whole.delete(name);
        // vite shows the error itself.
        warn(`The ${name} bundle could not be built; waiting for the next change`);
      }
      if (event.code === 'BUNDLE_END') void event.result.close();
      if (event.code !== 'END') return;
      whole.add(name);
      say(`Built the ${name} bundle`);
      if (whole.size === names.length) built();
    });
  }
  return {
    /** Ends the watching. */
    close: async () => {
      for (const watcher of watchers) await watcher.close();
    },
  };
}
