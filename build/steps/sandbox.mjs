// @ts-check
// Runs in the build scripts on Linux: whether Chromium's sandbox can work here. The app never runs without it,
// except as root, who cannot have it.

import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run, which } from './run.mjs';
import { Stop } from './say.mjs';

/** Settings of the kernel that take the sandbox's means away from ordinary users, and their values that do so. */
const RESTRICTIONS = [
  ['/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '1'],
  ['/proc/sys/kernel/unprivileged_userns_clone', '0'],
  ['/proc/sys/user/max_user_namespaces', '0'],
];

/**
 * Throws a {@link Stop} with the command that helps when Chromium would refuse to start for want of a sandbox.
 * @param {string} binary path of Electron's program
 */
export async function checkSandbox(binary) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return;
  const helper = join(dirname(binary), 'chrome-sandbox');
  if (isSetUp(helper)) return;
  const restriction = RESTRICTIONS.find(([file = '', value]) => read(file) === value)?.join(' is ');
  if (!restriction && (await canMakeNamespace())) return;
  throw new Stop(
    `This system does not let programs make a sandbox of their own${restriction ? ` (${restriction})` : ''}, and the ` +
      'app does not run without one. Run this once, then try again:\n' +
      `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  );
}

/** Tries what the sandbox does first. */
async function canMakeNamespace() {
  if (!which('unshare')) return true;
  return (await run('unshare', ['--user', '--map-root-user', 'true'], { output: 'collect' })).code === 0;
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    // A kernel without that setting does not restrict anything by it.
    return null;
  }
}

/** @param {string} helper */
function isSetUp(helper) {
  const info = statSync(helper, { throwIfNoEntry: false });
  return info !== undefined && info.uid === 0 && (info.mode & 0o4000) !== 0;
}
