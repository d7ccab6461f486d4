// @ts-check
// Runs in the build scripts: starts the app itself and sees it to its end.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { endWithUs, goOn } from './interrupt.mjs';
import { ROOT } from './paths.mjs';
import { exitCode } from './run.mjs';

/**
 * Switches for Chromium that depend on the machine, not on the app.
 * @param {boolean} virtualDisplay
 */
export function machineSwitches(virtualDisplay) {
  const switches = [];
  // A virtual display has no graphics card behind it.
  if (virtualDisplay) switches.push('--disable-gpu');
  // Chromium's sandbox refuses to run as root. Never added to anything that is shipped.
  if (process.platform === 'linux' && process.getuid?.() === 0) switches.push('--no-sandbox');
  return switches;
}

/**
 * Starts the app and waits for its end. Signals that end this process end the app first, in its own time.
 * @param {object} options
 * @param {string} options.binary
 * @param {readonly string[]} options.args switches and arguments for the app
 * @param {string} [options.cwd] what relative paths among the arguments are relative to
 * @param {NodeJS.ProcessEnv} [options.env]
 * @returns {Promise<number>} the app's exit code
 */
export async function launchApp({ binary, args, cwd = ROOT, env = process.env }) {
  goOn();
  const child = spawn(binary, [ROOT, ...args], { cwd, env, stdio: ['ignore', 'inherit', 'pipe'] });
  showComplaints(child);
  endWithUs(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(exitCode(code, signal)));
  });
}

/**
 * Shows what an app writes to stderr, except Chromium's complaints about a message bus, which machines without a
 * desktop do not have and the app does not need.
 * @param {import('node:child_process').ChildProcess} child
 */
export function showComplaints(child) {
  if (!child.stderr) return;
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (!/ERROR:(dbus\/)?(bus|object_proxy)\.cc/.test(line)) console.error(line);
  });
}
