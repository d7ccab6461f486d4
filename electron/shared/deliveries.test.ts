import { expect, it } from 'vitest';
import { joinPortions } from './listing-portions.js';
import { encodeListing } from './listing-table.js';
import { Deliveries, takeOver } from './deliveries.js';

const MANY = 25_000;
const columns = (rows: number) =>
  encodeListing(
    Array.from({ length: rows }, (_, id) => {
      return { id, folder: '', name: `${id}.jpg`, kind: 'photo' as const, size: id, modified: id };
    }),
  );

it('gives a large listing portion by portion, to several windows at once', () => {
  const deliveries = new Deliveries(() => 32);
  const windows = [[deliveries.begin(columns(MANY))], [deliveries.begin(columns(MANY))]];
  for (const portions of [...windows, ...windows]) {
    portions.push(deliveries.next(portions.at(-1)!.delivery));
  }
  for (const portions of windows) {
    expect(joinPortions(portions).names).toBe(columns(MANY).names);
    expect(() => deliveries.next(portions[0]!.delivery)).toThrow('not there any more');
  }
});

it('gives a small listing at once', () => {
  const deliveries = new Deliveries(() => 32);
  const { left, delivery, total } = deliveries.begin(columns(3));
  expect([left, total]).toEqual([0, 3]);
  expect(() => deliveries.next(delivery)).toThrow('not there any more');
});

it('gives up the oldest of those that nobody asks for any more', () => {
  const deliveries = new Deliveries(() => 32);
  const begun = Array.from({ length: 33 }, () => deliveries.begin(columns(MANY)).delivery);
  expect(() => deliveries.next(begun[0]!)).toThrow('not there any more');
  expect(deliveries.next(begun[1]!).left).toBe(5000);
});

it('keeps as many as it is told, which may change', () => {
  let most = 33;
  const deliveries = new Deliveries(() => most);
  const whole = columns(MANY);
  const begun = Array.from({ length: 33 }, () => deliveries.begin(whole).delivery);
  expect(deliveries.next(begun[0]!).left).toBe(5000);
  most = 1;
  deliveries.begin(whole);
  expect(() => deliveries.next(begun[0]!)).toThrow('not there any more');
});

it('asks for two portions at a time, so that who gives them is free for others in between', async () => {
  const deliveries = new Deliveries(() => 32);
  let open = 0;
  let most = 0;
  const next = async (delivery: number) => {
    most = Math.max(most, ++open);
    const portion = deliveries.next(delivery);
    await new Promise(setImmediate);
    open--;
    return portion;
  };
  const whole = columns(4 * MANY);
  expect(await takeOver(deliveries.begin(whole), next)).toMatchObject({ names: whole.names, id: whole.id });
  expect(most).toBe(2);
});

it('puts a listing together that was asked for portion by portion', async () => {
  const deliveries = new Deliveries(() => 32);
  const next = (delivery: number) => Promise.resolve(deliveries.next(delivery));
  for (const rows of [0, 3, MANY]) {
    const whole = columns(rows);
    expect(await takeOver(deliveries.begin(whole), next)).toMatchObject({ names: whole.names, id: whole.id });
  }
});
