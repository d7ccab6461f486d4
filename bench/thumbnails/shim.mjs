// Runs in a plain Node process that stands in for Electron's utility process: gives the worker the port it expects.

import { EventEmitter } from 'node:events';

const port = Object.assign(new EventEmitter(), {
  /** @param {unknown} message */
  postMessage: (message) => process.send?.(message),
});
Object.assign(process, { parentPort: port });
process.on('message', (data) => port.emit('message', { data }));
process.on('disconnect', () => process.exit(0));
await import(process.argv[2] ?? '');
