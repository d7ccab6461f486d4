// What main is asked for is not said to be nothing before main has answered. Drawn as text, where nothing is ever asked, the parts are as
// in their first frame. Problems are looked at in e2e/damaged.spec.ts.

// The style sheets that the parts import are known to vite.
/// <reference types="vite/client" />

import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { ActivitySnapshot } from '../../electron/shared/activity.js';
import { AppContext, createApp } from '../state/app.js';
import { fakeGallery } from '../testing.js';
import { texts } from '../texts.js';
import { CachesPart } from './Activity/CachesPart.js';
import { LogPart } from './Activity/LogPart.js';
import { Pending } from '../components/Pending.js';
import type { Asked } from '../state/question.js';

const app = createApp(fakeGallery({}));
const drawn = (part: ReactNode) => renderToStaticMarkup(<AppContext value={app}>{part}</AppContext>);

it('caches are not empty', () => {
  const numbers = { size: 0, maxSize: 1, defaultTtl: 1000, hits: 0, misses: 0, expired: 0, evictions: 0 };
  const caches = { directory: numbers, metadata: numbers };
  const snapshot = { at: 1, useCache: true, caches } as unknown as ActivitySnapshot;
  const page = drawn(<CachesPart snapshot={snapshot} refresh={() => undefined} />);
  expect(page).toContain(texts.cacheNames.directory);
  expect(page).not.toContain(texts.cacheEmpty);
});

it('the log is not without lines, nor is it off', () => {
  const page = drawn(<LogPart at={1} />);
  expect(page).toContain(texts.logFilter);
  for (const words of [texts.logNone, texts.logOff]) expect(page).not.toContain(words);
});

it.each<[string, Partial<Asked<never>>, words: string, again: boolean]>([
  ['nothing at first', {}, '', false],
  ['that it is coming', { late: true }, texts.loading, false],
  ['what failed, and a way', { problem: 'No disk.' }, texts.notRead.settings('No disk.'), true],
  ['that it is coming again', { late: true, problem: 'No disk.' }, texts.loading, true],
])('an answer that is not there says %s', (_, asked, words, again) => {
  const now = { value: null, late: false, problem: null, ...asked };
  const page = drawn(<Pending asked={now} failed={texts.notRead.settings} onAgain={() => undefined} />);
  expect(page.match(/role="status"[^>]*>([^<]*)</)?.[1]).toBe(words);
  expect(page.includes(texts.tryAgain)).toBe(again);
});
