import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isLinuxOnBattery, watchLinuxPower } from './power.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'power-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

type Supply = Readonly<Record<string, string>>;
const MAINS: Supply = { type: 'Mains', online: '1' };
const UNPLUGGED: Supply = { type: 'Mains', online: '0' };
const USED: Supply = { type: 'Battery', status: 'Discharging' };
const CHARGED: Supply = { type: 'Battery', status: 'Charging' };
const MOUSE: Supply = { type: 'Battery', scope: 'Device', status: 'Discharging' };

async function have(supplies: readonly Supply[]): Promise<void> {
  for (const [i, supply] of supplies.entries()) {
    await mkdir(join(folder, `supply${i}`), { recursive: true });
    for (const [file, text] of Object.entries(supply))
      await writeFile(join(folder, `supply${i}`, file), `${text}\n`);
  }
}

it.each<[string, Supply[], boolean]>([
  ['a computer without any supply', [], false],
  ['a notebook that is plugged in', [MAINS, CHARGED], false],
  ['one that is unplugged', [UNPLUGGED, USED], true],
  ['one that does not tell of its mains', [USED], true],
  ['one that is full and lives on its mains', [MAINS, USED], false],
  ['a desktop computer with a mouse', [MOUSE], false],
  ['a supply that tells nothing', [{}], false],
])('%s', async (_what, supplies, expected) => {
  await have(supplies);
  expect(await isLinuxOnBattery(folder)).toBe(expected);
});

it('a computer without the folder', async () => {
  expect(await isLinuxOnBattery(join(folder, 'missing'))).toBe(false);
});

it('is looked at twice a minute, and told of when it has become another', async () => {
  await have([UNPLUGGED, USED]);
  const told = vi.fn<(onBattery: boolean) => void>();
  const looks: (() => Promise<void>)[] = [];
  let period = 0;
  const every = (milliseconds: number, look: () => Promise<void>) => {
    period = milliseconds;
    looks.push(look);
  };
  watchLinuxPower(told, { folder, every });
  await vi.waitUntil(() => told.mock.calls.length > 0);
  const again = async () => {
    await looks[0]?.();
    return told.mock.calls.flat();
  };
  expect(await again()).toEqual([true]);
  await have([MAINS, CHARGED]);
  expect(await again()).toEqual([true, false]);
  expect(await again()).toEqual([true, false]);
  await have([UNPLUGGED, USED]);
  expect(await again()).toEqual([true, false, true]);
  expect([period, looks.length]).toEqual([30_000, 1]);
});
