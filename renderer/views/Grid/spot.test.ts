// Tests of a start where a person was: the files that were kept stand where they stood, and stay there when all others come.

import { expect, it } from 'vitest';
import { datesBetween, type Dates } from '../../state/dates.js';
import { keyOf } from '../../state/keys.js';
import { file, listingOf } from '../../testing.js';
import { boxesOf, rowFrom, sectionOfRow } from './layout.js';
import { GridModel } from './model.js';
import { filesIn } from './sections.js';
import { rowsIn } from './window.js';

const FILES = 3000;
const KEPT = 250;
const all = Array.from({ length: FILES }, (_, i) => i + 1);
const listing = listingOf(
  ...all.map((id) => file(id, { width: 400 + ((id * 37) % 900), height: 600, takenSource: 1 })),
);
const keys = Float64Array.from(all, (id) => keyOf(1, id));
/** Months of some hundred files each. */
const dates: Dates = { days: Int32Array.from(all, (id) => 18_000 - Math.floor(id / 12)), more: null };

function open(): GridModel {
  const model = new GridModel(() => listing);
  model.viewport.height = 600;
  model.setRoom({ width: 1000, target: 200, gap: 4, unit: 'month', rail: 40 });
  return model;
}

/** What stands where on screen, with its heading's number of files. */
function look(model: GridModel): unknown[] {
  const { layout, keys: files } = model.get();
  const { top, height } = model.viewport;
  const { from, to } = rowsIn(layout, top, height);
  model.markShown(from, to);
  const seen: unknown[] = [];
  for (let row = from; row < to; row++) {
    if (layout.top[row]! + layout.height[row]! <= top) continue;
    boxesOf(layout, row).forEach(({ left, width }, column) =>
      seen.push([files[layout.start[row]! + column]!, left, width, layout.top[row]! - top]),
    );
  }
  const { sections } = layout;
  return [...seen, filesIn(sections, sectionOfRow(layout, rowFrom(layout, top)))];
}

it.each([
  ['in the middle of a month', 1.37, dates],
  ['where a heading is at the top', null, dates],
  ['without headings', 1.37, null],
] as const)('%s', (_, share, of) => {
  const place = {};
  const before = open();
  before.setItems(keys, place, true, of);
  const { layout } = before.get();
  const section = Math.min(3, layout.sections.count - 1);
  const inside = layout.top[layout.firstRow[section]!]! + 700 * (share ?? 0);
  before.viewport.top = Math.round(share === null ? layout.heading[section]! + 5 : inside);
  const seen = look(before);
  const spot = before.spotAt(before.viewport.top)!;

  const from = keys.indexOf(spot.keys[0]!);
  const after = open();
  const few = of && datesBetween(of, from, KEPT);
  after.setItems(keys.subarray(from, from + KEPT), place, false, few, spot);
  const shown = look(after);
  if (of === null) shown[shown.length - 1] = FILES;
  expect(shown).toEqual(seen);
  after.setItems(keys, place, true, of);
  expect(look(after)).toEqual(seen);
});
