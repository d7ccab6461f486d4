import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Strikes } from './strikes.js';
import { settle } from './testing.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strikes-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const A = 'a'.repeat(32);
const B = `${'b'.repeat(32)}-screen`;
const open = async () => {
  const strikes = new Strikes(folder, () => undefined);
  await strikes.open();
  return strikes;
};
/** Waits until the journal says so: it is written a moment later. */
const journalHolds = async (...keys: string[]) => {
  for (;;) {
    await settle();
    const text = await readFile(join(folder, 'thumbnails-running'), 'latin1');
    if (keys.every((key) => text.includes(key)) && text.split(/\s+/).filter(Boolean).length === keys.length)
      return;
  }
};

describe('Strikes', () => {
  it('counts what was being read when the app was gone without a goodbye', async () => {
    for (const out of [false, true]) {
      const strikes = await open();
      strikes.began(0, A);
      strikes.began(1, B);
      await journalHolds(A, B);
      strikes.ended(1);
      await journalHolds(A);
      // No close(): the app was ended from outside.
      const next = await open();
      expect([next.isOut(A), next.isOut(B)]).toEqual([out, false]);
      await next.close();
    }
    const later = await open();
    expect(later.isOut(A)).toBe(true);
    later.forgive(A);
    await later.close();
    expect((await open()).isOut(A)).toBe(false);
  });

  it('blames nothing for a proper end', async () => {
    const strikes = await open();
    strikes.began(0, A);
    await journalHolds(A);
    await strikes.close();
    const next = await open();
    expect(next.strike(A)).toBe(1);
    await next.close();
  });

  it('begins anew when its files are damaged or cannot be written', async () => {
    await writeFile(join(folder, 'thumbnail-strikes.json'), '{');
    await writeFile(join(folder, 'thumbnails-running'), '\0\0\0');
    const strikes = await open();
    expect(strikes.isOut(A)).toBe(false);
    await strikes.close();
    const messages: string[] = [];
    const nowhere = new Strikes(join(folder, 'missing'), (_level, message) => messages.push(message));
    await nowhere.open();
    nowhere.began(0, A);
    nowhere.strike(A);
    expect(nowhere.strike(A)).toBe(2);
    expect(nowhere.isOut(A)).toBe(true);
    await nowhere.close();
    expect(messages.length).toBeGreaterThan(0);
  });
});
