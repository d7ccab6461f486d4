// @ts-check
// Runs in the build scripts: starts programs and waits for them.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { endWithUs, goOn } from './interrupt.mjs';
import { MODULES, ROOT } from './paths.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] the whole environment of the program
 * @property {number} [timeLimit] milliseconds; the program is killed after them
 * @property {'inherit' | 'collect'} [output] show what it prints, or hand it back
 *
 * @typedef {object} RunResult
 * @property {number} code exit code; 128 + signal number when a signal ended it
 * @property {string} stdout empty unless collected
 * @property {string} stderr empty unless collected
 * @property {boolean} timedOut
 */

/**
 * Runs a program to its end. Never rejects for a non-zero exit code; a program that cannot be started has code 127.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, options = {}) {
  goOn();
  const collect = options.output === 'collect';
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? ROOT,
      env: options.env ?? process.env,
      stdio: collect ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    endWithUs(child);
    let stdout = '';
    let stderr = '';
    let timedOut = false;
    child.stdout?.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (stderr += text));
    const timer = options.timeLimit
      ? setTimeout(() => {
          timedOut = true;
          child.kill('SIGKILL');
        }, options.timeLimit)
      : undefined;
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, stdout, stderr: `${stderr}${error.message}`, timedOut });
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code: exitCode(code, signal), stdout, stderr, timedOut });
    });
  });
}

/**
 * The exit code that shells give to an end: the program's own, or 128 + the number of the signal that ended it.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export const exitCode = (code, signal) => code ?? 128 + (signal ? constants.signals[signal] : 0);

/**
 * Runs npm: the very npm that started this script where there is one, otherwise the one on the PATH.
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function npm(args, options) {
  const { npm_execpath: cli } = process.env;
  if (cli?.endsWith('.js') && existsSync(cli)) return run(process.execPath, [cli, ...args], options);
  if (process.platform !== 'win32') return run('npm', args, options);
  // Windows starts npm.cmd only by way of a shell; Node brings npm's own script beside itself.
  const beside = join(process.execPath, '..', 'node_modules/npm/bin/npm-cli.js');
  return run(process.execPath, [beside, ...args], options);
}

/**
 * Runs a script of an installed package with this Node.
 * @param {string} script path below node_modules, e.g. `vite/bin/vite.js`
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function tool(script, args, options) {
  return run(process.execPath, [join(MODULES, script), ...args], options);
}

/**
 * Where a program lies on the PATH, or null.
 * @param {string} name
 */
export function which(name) {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, process.platform === 'win32' ? `${name}.exe` : name);
    if (folder && existsSync(path)) return path;
  }
  return null;
}
