// Runs in unit tests: what the tests of the index share.

import { encodeListing } from '../../shared/listing-table.js';
import { NO_FACTS, type MediaFacts } from '../metadata/media-facts.js';
import type { MediaRecord } from './media-table.js';
import type { Snapshot } from './snapshot-format.js';

export const ROOT = '/photos/caf\udce9';

export function snapshotOf(count: number, version = 3, name = 'Été 🎉'): Snapshot {
  const items = Array.from({ length: count }, (_, i) => ({
    ...{ id: i * 2, folder: i % 3 === 0 ? '' : `2023/${name} ${i % 7}`, name: `caf\udce9 ${i}.jpg` },
    ...{
      kind: i % 5 === 0 ? ('video' as const) : ('photo' as const),
      size: i * 1e6,
      modified: 1.6e12 + i / 8,
    },
    ...{ width: i % 4000, height: 3000, duration: i / 4 },
  }));
  const mtime = Float64Array.of(1.5, NaN, 2 ** 41 + 0.25);
  const folders = {
    paths: ['', `2023/${name}`, 'empty'].join('\0'),
    mtime,
    dev: Float64Array.of(1, 2, 3),
    ino: Float64Array.of(4, 5, 2 ** 52),
  };
  return { listing: encodeListing(items, version), folders, checkedAt: 1.7e12 };
}

export const record = (path: string, facts: Partial<MediaFacts> = {}, size = 10): MediaRecord => ({
  path,
  size,
  mtime: 1.5,
  facts: { ...NO_FACTS, ...facts },
});
