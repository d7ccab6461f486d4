// Tests of places: the same after a restart, compared by what they mean, and who belongs to them.

import { describe, expect, it } from 'vitest';
import type { RootInfo } from '../../electron/shared/contract.js';
import { file, listingOf } from '../testing.js';
import type { Groups } from './groups.js';
import { NO_CRITERIA } from './criteria.js';
import { keyOf } from './keys.js';
import { ALL, FOLDERS, restoredPlace, samePlace, savedPlace, type Place } from './places.js';
import { runAtOnce } from './schedule.js';
import { keysOf } from './select.js';

import { initialView, shownOf } from './view.js';

const root: RootInfo = {
  ...{ id: 3, path: '/p', name: 'p', state: 'ready', files: 0, checkedAt: 0, watching: 'native', unread: 0 },
};
const DAY = 86_400_000;

describe('places', () => {
  it('come back after a restart, with roots that have other ids', () => {
    const places: Place[] = [
      ...[ALL, FOLDERS, { kind: 'home' } as const, { kind: 'shuffle', seed: 4e9 } as const],
      { kind: 'folder', root: 3, path: 'a/b' },
      { kind: 'browse', root: 3, path: '' },
    ];
    for (const place of places) {
      const text = JSON.stringify(savedPlace(place, [root]));
      const again = restoredPlace(JSON.parse(text), [{ ...root, id: 8 }]);
      expect(again).toEqual('root' in place && place.root !== null ? { ...place, root: 8 } : place);
    }
  });

  it('that make no sense any more are none', () => {
    for (const saved of [
      null,
      7,
      {},
      { kind: 'x' },
      { kind: 'shuffle' },
      { kind: 'folder', rootPath: '/q', path: '' },
    ])
      expect(restoredPlace(saved, [root])).toBeNull();
    expect(savedPlace({ kind: 'folder', root: 9, path: '' }, [root])).toBeNull();
  });

  it('of an older version were folders', () => {
    expect(restoredPlace({ rootPath: '/p', path: 'a' }, [root])).toEqual({
      kind: 'folder',
      root: 3,
      path: 'a',
    });
  });

  it('are the same when they show the same', () => {
    expect(samePlace({ kind: 'shuffle', seed: 1 }, { kind: 'shuffle', seed: 1 })).toBe(true);
    expect(samePlace({ kind: 'shuffle', seed: 1 }, { kind: 'shuffle', seed: 2 })).toBe(false);
    expect(samePlace({ kind: 'folder', root: 1, path: '' }, { kind: 'browse', root: 1, path: '' })).toBe(
      false,
    );
    expect(samePlace({ kind: 'folder', root: 1, path: 'a' }, { kind: 'folder', root: 1, path: 'a' })).toBe(
      true,
    );
  });

  it('may have an order of their own', () => {
    const view = { ...initialView, sort: 'name', criteria: { ...NO_CRITERIA, kind: 'photo' } } as const;
    const of = (place: Place) => shownOf({ ...view, place });
    expect([of(ALL).sort, of({ kind: 'newest' }).sort, of({ kind: 'recent' }).sort]).toEqual([
      'name',
      'newest',
      'added',
    ]);
    expect(of({ kind: 'shuffle', seed: 7 })).toMatchObject({
      sort: 'shuffle',
      seed: 7,
      criteria: { ...NO_CRITERIA, kind: 'photo' },
    });
    expect(of({ kind: 'videos' }).criteria.kind).toBe('all');
    expect(of({ kind: 'favourites' }).criteria).toEqual({ ...NO_CRITERIA, kind: 'photo', favourites: true });
  });
});

describe('belonging', () => {
  const listing = listingOf(
    file(1, { folder: 'a', taken: Date.UTC(2020, 10, 25, 23), takenSource: 1 }),
    file(2, { folder: 'a/b', kind: 'video', taken: Date.UTC(2026, 10, 25), takenSource: 1 }),
    file(3, { folder: 'ab', taken: Date.UTC(2020, 10, 26), takenSource: 1 }),
    file(4, { taken: Date.UTC(1999, 10, 25), takenSource: 1 }),
  );
  const groups: Groups = {
    of: (id) => (id === 3 ? [0, 0, 2, 2] : undefined),
    subscribe: () => () => undefined,
  };
  const now = Date.UTC(2026, 10, 25, 12) + new Date(Date.UTC(2026, 10, 25, 12)).getTimezoneOffset() * 60_000;
  const idsOf = (place: Place) =>
    [...runAtOnce(keysOf(place, new Map([[3, listing]]), { groups, hidden: new Map(), now }))].map(
      (key) => key - keyOf(3, 0),
    );

  it.each<[Place, number[]]>([
    [ALL, [1, 2, 3, 4]],
    [{ kind: 'videos' }, [2]],
    [{ kind: 'favourites' }, [1, 2, 3, 4]],
    [{ kind: 'duplicates' }, [2, 3]],
    [{ kind: 'day' }, [1, 4]],
    [{ kind: 'folder', root: 3, path: 'a' }, [1, 2]],
    [{ kind: 'folder', root: 4, path: '' }, []],
    [{ kind: 'browse', root: 3, path: 'a' }, [1]],
    [{ kind: 'browse', root: 3, path: '' }, [4]],
    [FOLDERS, []],
  ])('%o', (place, ids) => expect(idsOf(place)).toEqual(ids));

  it('is nobody where nothing is known', () => {
    expect(
      runAtOnce(
        keysOf({ kind: 'duplicates' }, new Map([[4, listing]]), {
          groups,
          hidden: new Map(),
          now: now - DAY,
        }),
      ),
    ).toHaveLength(0);
  });
});
