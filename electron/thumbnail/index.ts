// Entry of a thumbnail worker (utility process): one file in, one small picture out. It never decides what comes next.

import type { ThumbnailEvents, ThumbnailRequests } from '../shared/messages.js';
import { lowerPriority, WORKER_PRIORITY } from '../node/priority.js';
import { eventSender, log, serve } from '../node/serve.js';
import { isDecoderCrash } from './errors.js';
import { endRunning, tellOfFfmpeg } from './ffmpeg.js';
import { fingerprint, sum } from './fingerprint.js';
import { makeThumbnail } from './make.js';
import { keepWithin, ROOM } from './memory.js';
import { loadSharp } from './sharp.js';

// An ffmpeg that outlives its worker would go on reading a file nobody waits for.
process.on('exit', endRunning);
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => process.exit(0));
}

lowerPriority(WORKER_PRIORITY, (message) => log('warn', message));

keepWithin(ROOM);

// Loading takes longer than a small job: begin before the first one arrives. The job itself reports a failure.
loadSharp().catch((error: unknown) => log('error', `sharp did not load: ${String(error)}`));

/** What comes after a broken decoder would be wrong too. Main counts this end against the file and starts another worker. */
function endIfBroken(error: unknown): never {
  if (isDecoderCrash(error)) {
    log('error', `A decoder failed: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(70);
  }
  throw error;
}

const tell = eventSender<ThumbnailEvents>();
tellOfFfmpeg((pid, runs) => tell('ffmpeg', { pid, runs }));

serve<ThumbnailRequests>({
  make: (job) => makeThumbnail(job, (picture) => tell('writing', picture)).catch(endIfBroken),
  ...{ fingerprint, sum },
});
