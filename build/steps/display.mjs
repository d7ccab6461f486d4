// @ts-check
// Runs in the build scripts on Linux: a virtual display where there is none.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { goOn, onInterrupt } from './interrupt.mjs';
import { say, Stop } from './say.mjs';

const SIZE = '1920x1200x24';

/** Whether windows have nowhere to appear. */
export const needsDisplay = () =>
  process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];

/**
 * Starts a virtual display where there is none and names it in DISPLAY. Ends with `stop`, and when this
 * script ends or is interrupted.
 * @returns {Promise<{ virtual: boolean, stop(): Promise<void> }>}
 */
export async function openDisplay() {
  if (!needsDisplay()) return { virtual: false, stop: async () => undefined };
  goOn();
  // Listening at all makes an interrupted script go on to its end, and so to `stop`.
  const forget = onInterrupt(() => undefined);
  // Xvfb chooses a free number itself and writes it to file descriptor 3.
  const args = ['-displayfd', '3', '-screen', '0', SIZE, '-nolisten', 'tcp'];
  const server = spawn('Xvfb', args, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    // Out of reach of Ctrl+C: the app needs its display until it has ended.
    detached: true,
  });
  const kill = () => void server.kill('SIGTERM');
  process.once('exit', kill);
  let complaint = '';
  server.stderr?.setEncoding('utf8').on('data', (text) => (complaint = (complaint + text).slice(-1000)));
  const ended = once(server, 'exit').catch(() => undefined);
  const display = await displayNumber(server, () => complaint);
  say(`No display: using a virtual one (Xvfb :${display}, ${SIZE})`);
  process.env['DISPLAY'] = `:${display}`;
  return {
    virtual: true,
    stop: async () => {
      process.off('exit', kill);
      forget();
      delete process.env['DISPLAY'];
      kill();
      await ended;
    },
  };
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @param {() => string} complaint
 * @returns {Promise<number>}
 */
function displayNumber(server, complaint) {
  return new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ reason) =>
      reject(new Stop(`The virtual display did not start: ${reason}`));
    const timer = setTimeout(() => {
      server.kill('SIGKILL');
      fail('no answer within 20 seconds');
    }, 20_000);
    server.once('error', (error) => fail(error.message));
    server.once('exit', (code) => fail(complaint().trim() || `Xvfb ended with code ${code}`));
    const pipe = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
    let text = '';
    pipe.setEncoding('utf8').on('data', (part) => {
      text += part;
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      resolve(Number(text));
    });
  });
}
