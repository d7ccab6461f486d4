// @ts-check
// Runs in the build scripts: what happens when a person or a system ends one of them early. The programs it
// started are told, the script itself goes on to its clean end.

import { Stop } from './say.mjs';

const SIGNALS = /** @type {const} */ ({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 });

/** @type {Set<(signal: NodeJS.Signals) => void>} */
const listeners = new Set();
let code = 0;

/**
 * Called once when this script is told to end. Answers a function that takes the listener away again.
 * @param {(signal: NodeJS.Signals) => void} listener
 */
export function onInterrupt(listener) {
  if (listeners.size === 0) for (const signal of signals()) process.on(signal, interrupt);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    // Without listeners a signal ends the script at once, as usual.
    if (listeners.size === 0) for (const signal of signals()) process.off(signal, interrupt);
  };
}

/** Throws a {@link Stop} when this script was told to end, so that nothing new is started. */
export function goOn() {
  if (code !== 0) throw new Stop('Interrupted.', code);
}

/**
 * Hands signals on to a program until it ends.
 * @param {import('node:child_process').ChildProcess} child
 */
export function endWithUs(child) {
  const forget = onInterrupt((signal) => {
    // A terminal sends Ctrl+C to every program in it, so this one has it already, and two would kill it.
    if (signal === 'SIGINT' && process.stdin.isTTY) return;
    child.kill(signal);
  });
  child.once('close', forget);
  child.once('error', forget);
}

/** @param {NodeJS.Signals} signal */
function interrupt(signal) {
  if (code !== 0) return;
  code = SIGNALS[/** @type {keyof typeof SIGNALS} */ (signal)];
  for (const listener of listeners) listener(signal);
}

const signals = () => /** @type {(keyof typeof SIGNALS)[]} */ (Object.keys(SIGNALS));
