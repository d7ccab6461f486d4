// Runs in main of an app that is measured, before the app (`electron -r`): prints when the window shows what
// BENCH_UNTIL waits for, as milliseconds since 1970, and ends the app.

import { app } from 'electron';

/** In the page: two frames after the first means that it has been painted. */
const inPage = (until: string): string => `new Promise((done) => {
  const frame = () => {
    if (${until}) requestAnimationFrame(() => requestAnimationFrame(() => done(Date.now())));
    else requestAnimationFrame(frame);
  };
  frame();
})`;

app.on('browser-window-created', (_event, window) => {
  window.webContents.once('dom-ready', () => {
    window.webContents.executeJavaScript(inPage(process.env['BENCH_UNTIL'] ?? 'true')).then(
      (at) => {
        process.stdout.write(`RESULT ${JSON.stringify(at)}\n`);
        app.quit();
      },
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        app.exit(1);
      },
    );
  });
});
