// Runs in a utility process of Electron, as the library process does: one first scan, then the start of a watcher.
// Arguments: what to do (scan; cold: with empty caches; watch; watch alone: without a scan, whose freed pages it could take), the root, the bundle of the scan threads. Answers one message.

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { RootIndex } from '../../../electron/library/root-index.js';
import { startScanThreads } from '../../../electron/library/scan/start.js';
import { watchers } from '../../../electron/library/watch/create-watcher.js';

export interface Measured {
  /** Milliseconds. */
  readonly scan: number;
  readonly files: number;
  /** Milliseconds of the process's loop, the longest one. */
  readonly stall: number;
  /** Milliseconds; 0 when it was not asked for. */
  readonly watch: number;
  readonly watchStall: number;
  /** Bytes that the process grew by while it began to watch. */
  readonly memory: number;
}

const [what, root = '', threadEntry = ''] = process.argv.slice(2);
const nothing = () => undefined;
const pause = (length: number) => new Promise((done) => setTimeout(done, length));

async function measure(): Promise<Measured> {
  const threads = startScanThreads(threadEntry, (message) => process.stderr.write(`${message}\n`));
  // Until the threads are there, as they are when the app asks for its first scan.
  await threads.read(root, ['']);
  if (what === 'cold') {
    spawnSync('sync');
    writeFileSync('/proc/sys/vm/drop_caches', '3');
  }
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  let [scan, files, stall] = [0, 0, 0];
  if (what !== 'watch alone') {
    const started = performance.now();
    const index = new RootIndex({ path: root, readFolders: threads.read });
    await index.scan();
    files = index.listing.columns().id.length;
    scan = performance.now() - started;
    stall = delay.max / 1e6;
  }
  const scanned = { scan, files, stall };
  if (what !== 'watch' && what !== 'watch alone') return { ...scanned, watch: 0, watchStall: 0, memory: 0 };
  globalThis.gc?.();
  await pause(300);
  const before = process.memoryUsage().rss;
  delay.reset();
  const beganAt = performance.now();
  const watcher = watchers()('native', root, { onChange: nothing, onError: nothing });
  await watcher.start();
  const watch = performance.now() - beganAt;
  const watchStall = delay.max / 1e6;
  const memory = process.memoryUsage().rss - before;
  await watcher.close();
  return { ...scanned, watch, watchStall, memory };
}

void measure().then((measured) => process.parentPort.postMessage(measured));
