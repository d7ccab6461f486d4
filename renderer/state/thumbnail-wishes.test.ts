import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeGallery } from '../testing.js';
import { keyOf } from './keys.js';
import { ThumbnailWishes, type Wanted } from './thumbnail-wishes.js';
import { Thumbnails } from './thumbnails.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function create() {
  const gallery = fakeGallery({});
  const thumbnails = new Thumbnails((run) => run());
  const wishes = new ThumbnailWishes(gallery, thumbnails, (error) => {
    throw error;
  });
  /** What main was told since the last look. */
  const told = () => {
    vi.runAllTimers();
    return gallery.calls.splice(0).map(([, wish]) => wish);
  };
  return { thumbnails, wishes, told };
}

const grid = (visible: number[], near: number[] = []) => {
  return (): ReadonlyMap<number, Wanted> => new Map([[1, { visible, near }]]);
};

describe('What main is told about thumbnails on screen', () => {
  it('names the files of the grid and the covers above it at once', () => {
    const { wishes, told } = create();
    wishes.cover(keyOf(1, 7));
    wishes.follow(grid([1, 2], [3]));
    expect(told()).toEqual([{ root: 1, visible: [1, 2, 7], near: [3] }]);
  });

  it('keeps covers when the grid goes', () => {
    const { wishes, told } = create();
    wishes.cover(keyOf(1, 7));
    const end = wishes.follow(grid([1]));
    told();
    end();
    expect(told()).toEqual([{ root: 1, visible: [7], near: [] }]);
  });

  it('leaves a cover out when it is there no longer, or has its picture', () => {
    const { thumbnails, wishes, told } = create();
    const [end] = [wishes.cover(keyOf(1, 7)), wishes.cover(keyOf(1, 8))];
    const again = wishes.cover(keyOf(1, 7));
    told();
    end();
    expect(told()).toEqual([]);
    again();
    expect(told()).toEqual([{ root: 1, visible: [8], near: [] }]);
    thumbnails.enter({ root: 1, ready: [8], failed: [] });
    wishes.soon();
    expect(told()).toEqual([{ root: 1, visible: [], near: [] }]);
  });

  it('takes back what it wanted of a root that left the screen before it names others', () => {
    const { wishes, told } = create();
    const end = wishes.cover(keyOf(2, 1));
    told();
    end();
    wishes.follow(grid([1]));
    expect(told()).toEqual([
      { root: 2, visible: [], near: [] },
      { root: 1, visible: [1], near: [] },
    ]);
  });

  it('is not changed by a grid that ends after another one came', () => {
    const { wishes, told } = create();
    const end = wishes.follow(grid([1]));
    wishes.follow(grid([2]));
    end();
    expect(told()).toEqual([{ root: 1, visible: [2], near: [] }]);
  });

  it('says nothing twice', () => {
    const { wishes, told } = create();
    wishes.follow(grid([1]));
    told();
    wishes.soon();
    expect(told()).toEqual([]);
  });
});
