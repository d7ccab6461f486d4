// Runs in main: the Activity service with what Electron and Node know of the app's processes.

import { homedir } from 'node:os';
import { app } from 'electron';
import type { ProcessActivity, ProcessKind } from '../../shared/activity.js';
import type { LibraryCaches } from '../library/caches.js';
import type { Library } from '../library/library.js';
import { isLogKept, logFile, loggerFor, logProblem } from '../log.js';
import type { ThumbnailEngine } from '../thumbnails/create.js';
import { Activity } from './activity.js';
import { LoopDelayMeter } from './loop-delay.js';
import { readLogTail } from './log-tail.js';

export interface CreateActivityOptions {
  readonly library: Library;
  readonly engine: ThumbnailEngine;
  readonly caches: LibraryCaches;
  readonly useCache: boolean;
  /** Absolute. */
  readonly userData: string;
}

export function createActivity({ userData, ...services }: CreateActivityOptions): Activity {
  const after = (ms: number, callback: () => void) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  };
  const { electron, chrome, node } = process.versions;
  return new Activity({
    ...services,
    now: Date.now,
    uptime: () => process.uptime(),
    ...{ after, loop: new LoopDelayMeter({ after }) },
    processes: processTeller(() => performance.now()),
    readLog: async () => ({
      lines: await readLogTail(logFile()),
      isKept: isLogKept(),
      problem: logProblem(),
    }),
    versions: {
      'Home Gallery': app.getVersion(),
      Electron: electron,
      Chromium: chrome,
      Node: node,
      [process.platform]: process.arch,
    },
    places: [
      [userData, 'user data'],
      [app.getAppPath(), 'app'],
      [homedir(), 'home'],
    ],
    log: loggerFor('activity'),
  });
}

/** By the names that Electron gives them, or those of their services or types. */
const KINDS: Readonly<Record<string, ProcessKind>> = {
  Browser: 'main',
  Tab: 'window',
  GPU: 'graphics',
  Zygote: 'starter',
  'Home Gallery library': 'library',
  'Home Gallery thumbnails': 'thumbnails',
  'network.mojom.NetworkService': 'network',
  'audio.mojom.AudioService': 'sound',
};

/** Tells of all processes. Their share of a processor is that since the call before: Electron's own counts from whoever asked last. */
function processTeller(now: () => number): () => ProcessActivity[] {
  let before = new Map<number, { readonly seconds: number; readonly at: number }>();
  return () => {
    const at = now();
    const used = new Map<number, { readonly seconds: number; readonly at: number }>();
    const processes = app.getAppMetrics().map(({ pid, type, name, serviceName, memory, cpu }) => {
      const kind = KINDS[name ?? ''] ?? KINDS[serviceName ?? ''] ?? KINDS[type] ?? null;
      const seconds = cpu.cumulativeCPUUsage ?? 0;
      const last = before.get(pid);
      used.set(pid, { seconds, at });
      return {
        pid,
        name: name ?? serviceName ?? kind ?? type,
        kind,
        memory: memory.workingSetSize * 1024,
        cpu: last && at > last.at ? ((seconds - last.seconds) * 100_000) / (at - last.at) : 0,
      };
    });
    before = used;
    return processes;
  };
}
