// @ts-check
// Runs in the build scripts: the app during development, started again on demand.

import { spawn } from 'node:child_process';
import { endWithUs, goOn } from './interrupt.mjs';
import { showComplaints } from './launch.mjs';
import { ROOT } from './paths.mjs';
import { say } from './say.mjs';

/** Builds come in groups: this many milliseconds after the last one, the app is started again. */
const SETTLE = 300;
/** An app that does not end by itself is ended after this many milliseconds. */
const PATIENCE = 5000;

/**
 * Does not start the app before the first `restart`.
 * @param {{ binary: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv }} options
 */
export function restartable({ binary, args, cwd, env }) {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child;
  /** @type {NodeJS.Timeout | undefined} */
  let settle;
  let restarting = false;
  /** @type {(code: number) => void} */
  let close;
  /** @type {Promise<number>} the exit code of an app that the person closed */
  const closed = new Promise((resolve) => (close = resolve));

  const start = () => {
    restarting = false;
    goOn();
    child = spawn(binary, [ROOT, ...args], { cwd, env, stdio: ['ignore', 'inherit', 'pipe'] });
    showComplaints(child);
    endWithUs(child);
    child.once('exit', (code) => {
      child = undefined;
      if (restarting) start();
      else close(code ?? 1);
    });
  };
  const restart = () => {
    if (!child) return start();
    say('Starting the app again');
    restarting = true;
    const old = child;
    old.kill('SIGTERM');
    setTimeout(() => old.kill('SIGKILL'), PATIENCE).unref();
  };
  return {
    closed,
    restart: () => {
      clearTimeout(settle);
      settle = setTimeout(restart, SETTLE);
    },
  };
}
