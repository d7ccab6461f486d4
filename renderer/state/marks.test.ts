import { expect, it, vi } from 'vitest';
import { encodeListing } from '../../electron/shared/listing-table.js';
import { encodeMarks, type FileMarks } from '../../electron/shared/marks.js';
import { AppError } from '../../electron/shared/result.js';
import { asDelivered, fakeGallery, file } from '../testing.js';
import { keyOf } from './keys.js';
import { Library } from './library.js';
import { Marks } from './marks.js';

const marked = (rest: Partial<FileMarks>): FileMarks => ({ favourite: false, rating: 0, tags: [], ...rest });
const columns = (...files: (readonly [number, Partial<FileMarks>])[]) =>
  encodeMarks(files.map(([id, rest]) => [id, marked(rest)] as const));
const rootInfo = {
  id: 1,
  path: '/a',
  name: 'a',
  state: 'ready',
  files: 2,
  checkedAt: 0,
  watching: 'off',
  unread: 0,
} as const;

function connected(list: () => unknown) {
  const gallery = fakeGallery({
    'library.listing': () => asDelivered(encodeListing([file(1), file(2)])),
    'marks.list': list,
  });
  const report = vi.fn();
  const library = new Library(gallery, report);
  const marks = new Marks(gallery, library, report);
  const news = vi.fn();
  library.connect();
  marks.connect();
  marks.subscribe(news);
  return { gallery, library, marks, news, report };
}
const settled = () => new Promise((done) => setTimeout(done));

it('knows the marks of the roots that are shown, and their tags', async () => {
  const first = columns([1, { favourite: true, tags: ['sea', 'sky'] }], [2, { rating: 4, tags: ['sea'] }]);
  const { library, marks, news } = connected(() => ({ marks: first, hidden: ['old'] }));
  library.follow([7]);
  await settled();
  expect(news).toHaveBeenCalledWith([{ root: 7, ids: null }]);
  const [one, two] = [keyOf(7, 1), keyOf(7, 2)];
  expect([marks.isFavourite(one), marks.rating(one), marks.tags(one)]).toEqual([true, 0, ['sea', 'sky']]);
  expect([marks.isFavourite(two), marks.rating(two), marks.tags(two)]).toEqual([false, 4, ['sea']]);
  expect([marks.stamp(keyOf(7, 3)), marks.stamp(keyOf(8, 1))]).toEqual([0, 0]);
  expect(marks.allTags()).toEqual([
    { tag: 'sea', count: 2 },
    { tag: 'sky', count: 1 },
  ]);
  const ids = [1, 2, 3];
  expect(ids.filter(marks.matcher(7, { favourite: true }))).toEqual([1]);
  expect(ids.filter(marks.matcher(7, { rating: 4 }))).toEqual([2]);
  expect(ids.filter(marks.matcher(7, { tags: ['sea'] }))).toEqual([1, 2]);
  expect([marks.isHidden(7, 'old/below'), marks.isHidden(7, 'older')]).toEqual([true, false]);
  library.follow([]);
  await vi.waitFor(() => expect(marks.allTags()).toEqual([]));
  expect(marks.hidden.get().size).toBe(0);
});

it('takes over what is told, also while the marks are on their way', async () => {
  let answer = (_: unknown): void => undefined;
  const { gallery, library, marks, news } = connected(() => new Promise((resolve) => (answer = resolve)));
  library.follow([1]);
  await settled();
  gallery.emit('marks.changed', { root: 1, marks: columns([2, { favourite: true }]) });
  answer({ marks: columns([1, { rating: 1, tags: ['x'] }], [2, {}]), hidden: [] });
  await settled();
  expect(marks.isFavourite(keyOf(1, 2))).toBe(true);
  gallery.emit('marks.changed', { root: 1, marks: columns([1, {}]) });
  expect(news).toHaveBeenLastCalledWith([{ root: 1, ids: [1] }]);
  expect([marks.rating(keyOf(1, 1)), marks.tags(keyOf(1, 1))]).toEqual([0, []]);
  gallery.emit('marks.hidden', { root: 1, folders: ['x'] });
  expect(marks.hiddenIn(1)).toEqual(['x']);
});

it('asks again for what could not be told', async () => {
  let works = false;
  const { gallery, library, marks, report } = connected(() => {
    if (!works) throw new AppError('crashed', 'The library is being started again.');
    return { marks: columns([1, { favourite: true }]), hidden: [] };
  });
  library.follow([1]);
  await settled();
  expect(report).toHaveBeenCalledTimes(1);
  works = true;
  gallery.emit('roots.changed', [rootInfo]);
  await settled();
  expect(marks.isFavourite(keyOf(1, 1))).toBe(true);
});

it('changes files of several roots at once', async () => {
  const { gallery, marks } = connected(() => undefined);
  await marks.set([keyOf(1, 5), keyOf(2, 5), keyOf(1, 6)], { rating: 3 });
  expect(gallery.calls.at(-1)).toEqual([
    'marks.set',
    [
      { root: 1, ids: Uint32Array.of(5, 6) },
      { root: 2, ids: Uint32Array.of(5) },
    ],
    { rating: 3 },
  ]);
});
