// Tests of what is said while something that was asked for takes its time.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createActions } from '../state/actions.js';
import { createApp, type App } from '../state/app.js';
import { keyOf } from '../state/keys.js';
import { fakeGallery } from '../testing.js';
import { hideFolder } from './marking.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it.each<[string, (app: App) => void]>([
  ['The file is being opened…', (app) => createActions(app).openExternally(keyOf(1, 1))],
  ['The folder is being opened…', (app) => createActions(app).showInFolder(keyOf(1, 1))],
  ['The folder is being hidden…', (app) => hideFolder(app, 1, 'a')],
])('says %s until that is done', async (sentence, run) => {
  let end: () => void = () => undefined;
  const slow = () => new Promise<void>((done) => (end = done));
  const app = createApp(
    fakeGallery({ 'files.openExternally': slow, 'files.showInFolder': slow, 'marks.hideFolder': slow }),
  );
  const shown = () => app.notices.get().map(({ message }) => message);
  run(app);
  await vi.advanceTimersByTimeAsync(0);
  expect(shown()).toEqual([]);
  await vi.advanceTimersByTimeAsync(400);
  expect(shown()).toEqual([sentence]);
  end();
  await vi.advanceTimersByTimeAsync(0);
  expect(shown()).not.toContain(sentence);
});
