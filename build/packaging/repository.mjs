// @ts-check
// Read by electron-builder's configuration: the one place that says which repository releases come from, and so where the
// app looks for newer versions. Without one a build has no updates.

import { readFileSync } from 'node:fs';
import { inRoot } from '../steps/paths.mjs';
import { Stop } from '../steps/say.mjs';

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

/**
 * The repository of a release, which must have one: a deb names its home page, and updates are looked for there.
 * Throws a {@link Stop} when there is none.
 * @param {Parameters<typeof repositoryOf>} from
 */
export function requireRepository(...from) {
  const found = repositoryOf(...from);
  if (found !== null) return found;
  throw new Stop(
    'A release names the repository it comes from. Set GITHUB_REPOSITORY=OWNER/NAME, or `repository` in package.json. Nothing was built.',
  );
}
