// Tests of the small stores and helpers: thumbnails, tree, saved view, formats, keys.

import { describe, expect, it } from 'vitest';
import type { RootInfo } from '../../electron/shared/contract.js';
import { formatBytes, formatDuration, ageOf } from '../format.js';
import { file, listingOf } from '../testing.js';
import { setTexts, texts } from '../texts.js';
import { crumbsOf } from '../views/Toolbar/crumbs.js';
import { keyOf } from './keys.js';
import { restoreView, saveView } from './saved.js';
import { Thumbnails } from './thumbnails.js';
import { folderTree, lineOf, treeLines } from './tree.js';
import { photoUrl, thumbnailUrl } from './urls.js';
import { initialView, ViewStore } from './view.js';

const root: RootInfo = {
  id: 3,
  path: '/p',
  name: 'p',
  state: 'ready',
  files: 0,
  checkedAt: 0,
  watching: 'native',
  unread: 0,
};

describe('Thumbnails', () => {
  const failure = { root: 1, id: 7, path: 'x.jpg', code: 'damaged', message: 'Cut short.' } as const;

  it('follows a thumbnail from unknown to ready', () => {
    const thumbnails = new Thumbnails((run) => run());
    let news = 0;
    thumbnails.subscribe(() => news++);
    const key = keyOf(1, 5000);
    expect(thumbnails.state(key)).toBe('unknown');
    thumbnails.notYet(key, 0);
    expect(thumbnails.state(key)).toBe('waiting');
    thumbnails.enter({ root: 1, ready: [5000], failed: [] });
    expect([thumbnails.state(key), thumbnails.round(key), news]).toEqual(['ready', 1, 2]);
  });

  it('does not let a late 404 undo what came meanwhile', () => {
    const thumbnails = new Thumbnails((run) => run());
    const key = keyOf(1, 7);
    thumbnails.enter({ root: 1, ready: [7], failed: [] });
    thumbnails.notYet(key, 0);
    expect(thumbnails.state(key)).toBe('ready');
    thumbnails.enter({ root: 1, ready: [], failed: [failure] });
    thumbnails.notYet(key, 1);
    expect(thumbnails.state(key)).toBe('failed');
  });

  it('asks for all again that were made, when they are gone', () => {
    const thumbnails = new Thumbnails((run) => run());
    thumbnails.enter({ root: 1, ready: [3], failed: [failure] });
    thumbnails.forgetMade(1, [3, 4, 7]);
    // File 4 was there when the window opened, and nobody said so.
    const rounds = [3, 4, 7].map((id) => [thumbnails.state(keyOf(1, id)), thumbnails.round(keyOf(1, id))]);
    expect(rounds).toEqual([
      ['unknown', 2],
      ['unknown', 1],
      ['failed', 0],
    ]);
  });

  it('asks again for what main may know by now, and only for that', () => {
    const thumbnails = new Thumbnails((run) => run());
    thumbnails.notYet(keyOf(1, 7), 0);
    thumbnails.notYet(keyOf(2, 7), 0);
    thumbnails.enter({ root: 1, ready: [8], failed: [failure] });
    thumbnails.notYet(keyOf(1, 9), 0);
    thumbnails.forgetWaiting(1);
    const states = [keyOf(1, 9), keyOf(1, 8), keyOf(1, 7), keyOf(2, 7)].map((key) => thumbnails.state(key));
    expect(states).toEqual(['unknown', 'ready', 'failed', 'waiting']);
    expect(thumbnails.round(keyOf(1, 8))).toBe(1);
  });

  it('keeps reasons until the file is tried again', () => {
    const thumbnails = new Thumbnails((run) => run());
    thumbnails.enterFailure(failure);
    expect(thumbnails.failure(keyOf(1, 7))?.message).toBe('Cut short.');
    thumbnails.forgetFailures();
    expect([thumbnails.state(keyOf(1, 7)), thumbnails.failure(keyOf(1, 7))]).toEqual(['unknown', undefined]);
  });
});

describe('folder tree', () => {
  const tree = folderTree(
    listingOf(file(1), file(2, { folder: 'b/10/x' }), file(3, { folder: 'b/9' }), file(4, { folder: 'B2' })),
  );

  it('counts files with all below', () => {
    expect([tree.count, ...tree.children.map(({ name, count }) => `${name} ${count}`)]).toEqual([
      4,
      'b 2',
      'B2 1',
    ]);
    expect(tree.children[0]!.children.map(({ path }) => path)).toEqual(['b/9', 'b/10']);
  });

  it('lists the lines that are unfolded', () => {
    const lines = treeLines(1, tree, (path) => path === '' || path === 'b');
    expect(lines.map(({ node, depth }) => `${depth} ${node.path}`)).toEqual([
      '0 ',
      '1 b',
      '2 b/9',
      '2 b/10',
      '1 B2',
    ]);
  });

  it('knows a line by its folder, wherever it stands, and one that is gone by the folder above', () => {
    const lines = [1, 2].flatMap((root) => treeLines(root, tree, (path) => path === '' || path === 'b'));
    expect(lineOf(lines, { root: 1, path: 'b/10' })).toBe(3);
    expect(lineOf(lines, { root: 2, path: 'b/10' })).toBe(8);
    expect(lineOf(lines, { root: 2, path: 'b/gone/deep' })).toBe(6);
    expect(lineOf(lines, { root: 2, path: 'B2/gone' })).toBe(9);
    expect(lineOf(lines, { root: 3, path: 'b' })).toBe(-1);
  });
});

describe('saved view', () => {
  const storage = () => {
    const map = new Map<string, string>();
    return {
      getItem: (name: string) => map.get(name) ?? null,
      setItem: (name: string, text: string) => void map.set(name, text),
    } as unknown as Storage;
  };

  it('comes back, the folder by its root path', () => {
    const saved = storage();
    saveView(
      {
        ...initialView,
        sort: 'shuffle',
        seed: 4e9,
        zoom: 2,
        place: { kind: 'folder', root: 3, path: 'a' },
        item: 9,
      },
      [root],
      saved,
    );
    expect(restoreView([{ ...root, id: 8 }], saved)).toEqual({
      ...initialView,
      sort: 'shuffle',
      seed: 4e9,
      zoom: 2,
      place: { kind: 'folder', root: 8, path: 'a' },
    });
  });

  it('shuffles anew without forgetting the rest', () => {
    const view = new ViewStore({ ...initialView, zoom: 2 });
    view.shuffle(() => 0.5);
    expect(view.get()).toEqual({ ...initialView, zoom: 2, sort: 'shuffle', seed: 2 ** 31 });
  });

  it('is as at first start when nothing, or nonsense, was saved', () => {
    const saved = storage();
    expect(restoreView([], saved)).toEqual(initialView);
    saved.setItem('home-gallery.view', '{"zoom":"x","sort":7,"place":{"rootPath":"/gone","path":"a"}');
    expect(restoreView([root], saved)).toEqual(initialView);
    saved.setItem('home-gallery.view', '{"zoom":99,"sort":7,"seed":"x"}');
    expect(restoreView([root], saved)).toEqual({ ...initialView, zoom: 8 });
  });
});

describe('words and URLs', () => {
  it('writes durations, sizes and ages', () => {
    expect([7, 754, 3723].map(formatDuration)).toEqual(['0:07', '12:34', '1:02:03']);
    expect(formatBytes(812)).toBe('812 B');
    expect(formatBytes(42_000_000)).toBe('42 MB');
    setTexts('en', 'en', { 'byteUnits.MB': '{size} Mo', exposurePart: '1/{parts} sec' });
    expect([formatBytes(4_200_000), texts.exposure(0.008)]).toEqual(['4.2 Mo', '1/125 sec']);
    setTexts('en', 'en', {});
    expect(formatBytes(4_200_000)).toBe('4.2 MB');
    expect(ageOf(0, 12_000)).toEqual({ value: 12, unit: 's' });
    expect(ageOf(5, 0)).toEqual({ value: 0, unit: 's' });
    expect(ageOf(0, 7_200_000)).toEqual({ value: 2, unit: 'h' });
  });

  it('names versions, and renditions of what the window cannot decode', () => {
    const listing = listingOf(file(1, { name: 'a.heic' }), file(2, { name: 'b.jpg' }));
    expect(thumbnailUrl(keyOf(4, 2), listing, 1, 1)).toMatch(/^thumb:\/\/r4\/2\?v=.+-1$/);
    expect(photoUrl(keyOf(4, 1), listing, 0)).toMatch(/^thumb:\/\/r4\/1\?size=screen&v=/);
    expect(photoUrl(keyOf(4, 2), listing, 1)).toMatch(/^media:\/\/r4\/2\?v=/);
  });

  it('leads along a path', () => {
    const crumbs = crumbsOf({ kind: 'folder', root: 3, path: 'a/b' }, 'p');
    expect(crumbs.map(({ name, place }) => [name, place.kind === 'folder' && place.path])).toEqual([
      ['p', ''],
      ['a', 'a'],
      ['b', 'a/b'],
    ]);
  });
});
