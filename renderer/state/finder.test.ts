// Tests of finding files: what the index says, what the window sees itself, and that both follow changes.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WordHits } from '../../electron/shared/facets.js';
import { fakeGallery, file, listingOf, patchOf } from '../testing.js';
import { Finder } from './finder.js';

const listing = listingOf(
  file(1, { folder: '2023/Italien', name: 'IMG_1.jpg', taken: Date.UTC(2023, 5, 14), takenSource: 1 }),
  file(2, { folder: 'Über/Straße', name: 'Café.jpg', taken: Date.UTC(2019, 11, 24), takenSource: 1 }),
  file(3, { folder: '', name: 'img_2.jpg', taken: Date.UTC(2019, 5, 14), takenSource: 1 }),
  file(4, { folder: '', name: 'bad\udce9.jpg', taken: Date.UTC(2001, 0, 1), takenSource: 1 }),
);
const rows = { root: 1, listing };

let answers: Record<string, readonly WordHits[] | Promise<readonly WordHits[]>>;
let finder: Finder;
let gallery: ReturnType<typeof fakeGallery>;
let changed: number;
let errors: unknown[];

const hits = (...ids: number[]): readonly WordHits[] => [
  { root: 1, ids: Uint32Array.from(ids), from: Infinity },
];
const unknown: readonly WordHits[] = [{ root: 1, ids: new Uint32Array(), from: 0 }];

function found(text: string): number[] {
  const test = finder.found(rows, text);
  return [...listing.id].filter((_, row) => test(row));
}
async function look(text: string): Promise<number[]> {
  await finder.prepare(text);
  return found(text);
}
const asked = () => gallery.calls.filter(([name]) => name === 'library.search').map(([, word]) => word);

beforeEach(() => {
  vi.useFakeTimers();
  [answers, changed, errors] = [{}, 0, []];
  gallery = fakeGallery({ 'library.search': (word: string) => answers[word] ?? unknown });
  finder = new Finder({
    gallery,
    others: { holding: (_, word) => (word === 'oma' ? (row) => listing.idAt(row) === 3 : null) },
    pathOf: (root) => (root === 1 ? '/home/me/Pictures' : undefined),
    locales: () => ['en'],
    onChanged: () => changed++,
    report: (error) => errors.push(error),
  });
});
afterEach(() => void vi.useRealTimers());

describe('finding', () => {
  it('finds a file by its whole path, beside what its words find', async () => {
    answers = { 'uber/strasse/cafe.jpg': hits(1) };
    expect(await look('/home/me/Pictures/Über/Straße/Café.jpg')).toEqual([2]);
    expect(await look('Über\\Straße\\Café.jpg')).toEqual([2]);
    expect(await look('Über/Straße/Café.jpg')).toEqual([1, 2]);
    expect(await look('/home/you/Pictures/Über/Straße/Café.jpg')).toEqual([]);
  });

  it('goes by what the index says', async () => {
    answers = { canon: hits(2, 3), img: hits(1, 3) };
    expect(await look('canon')).toEqual([2, 3]);
    expect(await look('canon img')).toEqual([3]);
    expect(await look('CANON')).toEqual([2, 3]);
    // Each word once, whatever is typed around it.
    expect(asked()).toEqual(['canon', 'img']);
    expect(finder.prepare('img canon')).toBeNull();
  });

  it('sees names and folders itself where the index knows nothing yet', async () => {
    expect(await look('italien')).toEqual([1]);
    expect(await look('strasse')).toEqual([2]);
    expect(await look('cafe')).toEqual([2]);
    expect(await look('img_')).toEqual([1, 3]);
    expect(await look('bad')).toEqual([4]);
    expect(await look('g.jp')).toEqual([]);
    answers = { jpg: [{ root: 1, ids: Uint32Array.of(1), from: 3 }] };
    expect(await look('jpg')).toEqual([1, 3, 4]);
  });

  it('does not ask the index for words that are too short for it', async () => {
    expect(finder.prepare('im fé')).toBeNull();
    expect(found('_1')).toEqual([1]);
    expect(found('fé')).toEqual([2]);
    expect(asked()).toEqual([]);
  });

  it('takes dates by the calendar or by name, and tags', async () => {
    expect(await look('june 2019')).toEqual([3]);
    expect(await look('2019')).toEqual([2, 3]);
    // The folder is called so.
    expect(await look('2023')).toEqual([1]);
    expect(await look('14 june img')).toEqual([1, 3]);
    expect(await look('oma')).toEqual([3]);
  });

  it('does not wait long for an index that is busy; what it says later is told', async () => {
    let answer: (hits: readonly WordHits[]) => void = () => undefined;
    answers = { canon: new Promise((resolve) => (answer = resolve)) };
    const prepared = finder.prepare('canon')!;
    await vi.advanceTimersByTimeAsync(200);
    await prepared;
    expect([found('canon'), changed]).toEqual([[], 0]);
    answer(hits(2));
    await vi.runAllTimersAsync();
    expect([found('canon'), changed]).toEqual([[2], 1]);
  });

  it('goes on by names when the index cannot be asked', async () => {
    answers = { img: Promise.reject(new Error('away')) };
    expect(await look('img')).toEqual([1, 3]);
    expect(errors).toHaveLength(1);
    answers = { img: hits(1) };
    expect(await look('img')).toEqual([1]);
  });

  it('tells of nothing when the index fails late, or again', async () => {
    let fail: (error: Error) => void = () => undefined;
    answers = { img: new Promise((_, reject) => (fail = reject)) };
    const prepared = finder.prepare('img')!;
    await vi.advanceTimersByTimeAsync(200);
    await prepared;
    fail(new Error('away'));
    await vi.runAllTimersAsync();
    answers = { img: Promise.reject(new Error('away')) };
    finder.refresh('img');
    await vi.runAllTimersAsync();
    // Whoever is told asks again.
    expect([errors.length, changed]).toEqual([2, 0]);
  });

  it('asks again for what is looked for now when the index knows more', async () => {
    answers = { canon: hits(2), img: hits(1) };
    await look('canon');
    await look('img');
    answers = { canon: hits(2, 3), img: hits(3) };
    finder.refresh('img');
    await vi.runAllTimersAsync();
    expect([found('img'), changed]).toEqual([[3], 1]);
    expect(await look('canon')).toEqual([2, 3]);
  });

  it('sees files that came since', () => {
    const other = listingOf(file(1));
    const of = { root: 1, listing: other };
    expect(finder.found(of, 'x.')(0)).toBe(false);
    other.apply(patchOf(0, [file(2, { name: 'x.jpg' })]));
    expect(finder.found(of, 'x.')(1)).toBe(true);
  });

  it('keeps few answers', async () => {
    for (let i = 0; i < 100; i++) await look(`word${i}`);
    await look('word0');
    expect(asked()).toHaveLength(101);
  });
});

it('has folded the names of files before the first letter is typed, when it was made ready', () => {
  const fresh = listingOf(file(1, { name: 'Café.jpg' }), file(2, { name: 'other.jpg' }));
  const join = vi.spyOn(fresh.names, 'join');
  finder.warm([fresh]);
  expect(join).toHaveBeenCalledTimes(1);
  const test = finder.found({ root: 1, listing: fresh }, 'ca');
  expect([test(0), test(1)]).toEqual([true, false]);
  expect(join).toHaveBeenCalledTimes(1);
});
