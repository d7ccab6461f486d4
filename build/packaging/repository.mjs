// @ts-check
// Read by electron-builder's configuration: the one place that says which repository releases come from, and so where the
// app looks for newer versions. Without one a build has no updates.

import { readFileSync } from 'node:fs';
import { inRoot } from '../steps/paths.mjs';

/**
 * @typedef {object} Repository
 * @property {string} owner
 * @property {string} repo
 */

/**
 * The one that builds (as GitHub Actions names it), otherwise the one that package.json names.
 * @param {NodeJS.ProcessEnv} env
 * @param {{ readonly repository?: string | { readonly url?: string } }} [manifest]
 * @returns {Repository | null}
 */
export function repositoryOf(env, manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'))) {
  const { repository = '' } = manifest;
  const named =
    env['GITHUB_REPOSITORY'] ?? (typeof repository === 'string' ? repository : (repository.url ?? ''));
  const [, owner, repo] =
    /^(?:github:|(?:git\+)?https:\/\/github\.com\/)?([\w.-]+)\/([\w.-]+?)(?:\.git)?$/.exec(named) ?? [];
  return owner && repo ? { owner, repo } : null;
}
