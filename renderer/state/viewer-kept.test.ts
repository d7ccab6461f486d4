// Tests of what the viewer keeps from one run to the next: its settings, and where videos were left.

import { describe, expect, it } from 'vitest';
import { Positions } from './positions.js';
import { keepUnfolded, readUnfolded } from './unfolded.js';
import { initialSettings, ViewerSettingsStore } from './viewer-settings.js';

/** A window's storage that outlives the window. */
function storageOf(first: Readonly<Record<string, string>> = {}) {
  const entries = new Map(Object.entries(first));
  return {
    entries,
    getItem: (name: string) => entries.get(name) ?? null,
    setItem: (name: string, value: string) => void entries.set(name, value),
  };
}

describe('ViewerSettingsStore', () => {
  it('is there again in the next run', () => {
    const storage = storageOf();
    const settings = new ViewerSettingsStore(storage);
    expect(settings.get()).toEqual(initialSettings);
    const changed = {
      muted: true,
      volume: 0.3,
      loop: true,
      filmstrip: true,
    } as const;
    settings.change(changed);
    expect(new ViewerSettingsStore(storage).get()).toEqual(changed);
  });

  it('leaves alone what another window has changed', () => {
    const storage = storageOf();
    const [one, other] = [new ViewerSettingsStore(storage), new ViewerSettingsStore(storage)];
    one.change({ loop: true });
    other.change({ volume: 0.5 });
    expect(new ViewerSettingsStore(storage).get()).toEqual({ ...initialSettings, loop: true, volume: 0.5 });
  });

  it('takes nothing that makes no sense', () => {
    for (const text of ['{"muted":1,"volume":7,"loop":"yes"}', '{"inter', 'null']) {
      expect(new ViewerSettingsStore(storageOf({ 'home-gallery.viewer': text })).get()).toEqual(
        initialSettings,
      );
    }
  });
});

it('unfolds folders in one window without folding those of another', () => {
  const storage = storageOf();
  keepUnfolded(storage, 'a', true);
  keepUnfolded(storage, 'b', true);
  keepUnfolded(storage, 'a', false);
  keepUnfolded(storage, 'never', false);
  expect([...readUnfolded(storage)]).toEqual(['b']);
});

describe('Positions', () => {
  const HOUR = 3600;

  it('knows where a long video was left, also in the next run', () => {
    const storage = storageOf();
    new Positions(storage).note('/home/\udcff.mp4', 1234.4, HOUR);
    expect(new Positions(storage).of('/home/\udcff.mp4', HOUR)).toBe(1234);
    expect(new Positions(storage).of('/home/b.mp4', HOUR)).toBeNull();
  });

  it('keeps what another window has noted', () => {
    const storage = storageOf();
    const [one, other] = [new Positions(storage), new Positions(storage)];
    one.note('a', 100, HOUR);
    other.note('b', 200, HOUR);
    expect([other.of('a', HOUR), one.of('b', HOUR)]).toEqual([100, 200]);
  });

  it('leaves short videos and their ends alone', () => {
    const storage = storageOf();
    const positions = new Positions(storage);
    positions.note('short', 20, 40);
    positions.note('endless', 20, Infinity);
    positions.note('unknown', 20, NaN);
    positions.note('begun', 2, HOUR);
    expect(storage.entries.size).toBe(0);
    positions.note('seen', 1000, HOUR);
    positions.note('seen', HOUR - 1, HOUR);
    expect(new Positions(storage).of('seen', HOUR)).toBeNull();
    // The file has another content now.
    positions.note('cut', 1000, HOUR);
    expect(positions.of('cut', 900)).toBeNull();
  });

  it('remembers a bounded number, the ones watched last', () => {
    const storage = storageOf();
    const positions = new Positions(storage);
    for (let i = 0; i < 200; i++) positions.note(`v${i}`, 100, HOUR);
    positions.note('v0', 200, HOUR);
    positions.note('new', 100, HOUR);
    const next = new Positions(storage);
    expect([next.of('v0', HOUR), next.of('v1', HOUR), next.of('v2', HOUR)]).toEqual([200, null, 100]);
    expect(JSON.parse(storage.entries.get('home-gallery.positions')!)).toHaveLength(200);
  });

  it('begins anew when what was kept cannot be read', () => {
    for (const text of ['[["a",', '{}', '[1,["a"],["b","c"],null]']) {
      const positions = new Positions(storageOf({ 'home-gallery.positions': text }));
      expect(positions.of('a', HOUR)).toBeNull();
    }
  });
});
