// Tests of what is told while a search, or a filter by camera or place, waits for the library.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { deferred } from '../../electron/shared/deferred.js';
import { fakeGallery } from '../testing.js';
import { createApp } from './app.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('a word that the index has never been asked for is late, one that is only asked for anew is not', async () => {
  const works = [deferred<[]>(), deferred<[]>()];
  const answers = [...works];
  const app = createApp(fakeGallery({ 'library.search': () => answers.shift()!.promise }));
  const { finder } = app.sources;
  void finder.prepare('harbour');
  await vi.advanceTimersByTimeAsync(200);
  expect(finder.late.get()).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  expect(finder.late.get()).toBe(true);
  works[0]!.resolve([]);
  await vi.advanceTimersByTimeAsync(0);
  expect(finder.late.get()).toBe(false);
  finder.refresh('harbour');
  await vi.advanceTimersByTimeAsync(400);
  expect(answers).toEqual([]);
  expect(finder.late.get()).toBe(false);
});

it('so it is with cameras and places', async () => {
  const works = [deferred<null>(), deferred<null>()];
  const answers = [...works];
  const app = createApp(fakeGallery({ 'library.facets': () => answers.shift()!.promise }));
  app.roots.set([{ id: 1, path: '/p', name: 'p', state: 'ready' }] as never);
  const { facets } = app.sources;
  void facets.prepare();
  await vi.advanceTimersByTimeAsync(400);
  expect(facets.late.get()).toBe(true);
  works[0]!.resolve(null);
  await vi.advanceTimersByTimeAsync(0);
  expect(facets.late.get()).toBe(false);
  facets.refresh(1);
  await vi.advanceTimersByTimeAsync(400);
  expect(answers).toEqual([]);
  expect(facets.late.get()).toBe(false);
});
