// Runs in Node: a window manager for the virtual display of Linux, which has none: only with one windows are minimized and maximized.

import { spawn, spawnSync } from 'node:child_process';

const PROGRAM = 'openbox';

/** Whether windows can be minimized and maximized here. */
export const hasWindowManager = (): boolean =>
  process.platform !== 'linux' || spawnSync(PROGRAM, ['--version'], { stdio: 'ignore' }).error === undefined;

/** Starts one where the system has none of its own; returns what ends it. */
export function startWindowManager(): () => void {
  if (process.platform !== 'linux') return () => undefined;
  const child = spawn(PROGRAM, ['--sm-disable'], { stdio: 'ignore' });
  return () => void child.kill();
}
