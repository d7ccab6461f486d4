// @ts-check
// Runs in the build scripts: the versions of Node and Electron. package.json is the one place that names them: `engines.node`
// what a machine must have at least, `config.releaseNode` what releases are built with, `devDependencies.electron` what users
// get. release.test.ts holds everything else to it.

import { readFileSync } from 'node:fs';
import { inRoot } from '../steps/paths.mjs';

/**
 * @typedef {object} Versions
 * @property {string} node at least, as `20.19`
 * @property {string} releaseNode major version
 * @property {string} electron
 */

/** @returns {Versions} */
export function versions() {
  const { engines, config, devDependencies } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  return {
    node: engines.node.replace('>=', ''),
    releaseNode: config.releaseNode,
    electron: devDependencies.electron,
  };
}
