// Runs in main of an app that is measured, before the app (`electron -r`): prints when the window shows what
// BENCH_UNTIL waits for, what BENCH_ASK says as soon as the page is there, and with BENCH_GAPS how long main's loop was
// held since the turn after the window was made; then ends the app.

import { app } from 'electron';
import { noteGaps, type Gap, type Noted } from './loop.js';

export interface Probed {
  /** When the window showed it, milliseconds since 1970. */
  readonly at: number;
  /** What the page answered. */
  readonly asked: unknown;
  readonly gaps: readonly Gap[];
}

const { BENCH_UNTIL: until = 'true', BENCH_ASK: ask = 'null', BENCH_GAPS: gaps } = process.env;

/** In the page: two frames after the first means that it has been painted. */
const IN_PAGE = `new Promise((done) => {
  const asked = ${ask};
  const frame = async () => {
    if (await (${until})) requestAnimationFrame(() => requestAnimationFrame(() => done({ at: Date.now(), asked })));
    else requestAnimationFrame(frame);
  };
  void frame();
})`;

app.on('browser-window-created', (_event, window) => {
  // Making a window holds every app's loop; what is asked is what the app itself does afterwards.
  if (gaps) setImmediate(noteGaps);
  window.webContents.once('dom-ready', () => {
    window.webContents.executeJavaScript(IN_PAGE).then(
      (answer: Omit<Probed, 'gaps'>) => {
        const probed: Probed = { ...answer, gaps: (globalThis as Noted).benchGaps ?? [] };
        process.stdout.write(`RESULT ${JSON.stringify(probed)}\n`);
        app.quit();
      },
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        app.exit(1);
      },
    );
  });
});
