import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ThumbnailJob } from '../shared/messages.js';
import { whyNoPicture, whyUnwritable, type After } from './needs.js';
import { MADE } from './thumbnails/testing.js';

let scratch: string;
beforeEach(() => void (scratch = mkdtempSync(join(tmpdir(), 'needs-'))));
afterEach(() => rmSync(scratch, { recursive: true }));

const never = new Promise<never>(() => undefined);
/** Time is over as soon as somebody waits. */
const atOnce: After = (_, run) => {
  const timer = setImmediate(run);
  return () => clearImmediate(timer);
};

function worker({
  ready = () => Promise.resolve(),
  make = () => Promise.resolve(MADE),
  lastWords = '',
}: {
  ready?: () => Promise<void>;
  make?: (job: ThumbnailJob) => Promise<typeof MADE>;
  lastWords?: string;
} = {}) {
  let stopped = 0;
  const ask = ((_: string, job: ThumbnailJob) => make(job)) as never;
  return {
    ready: ready(),
    ask,
    lastWords,
    stop: () => Promise.resolve(void stopped++),
    stops: () => stopped,
  };
}

describe('a worker', () => {
  it('has made a picture, and left nothing', async () => {
    let side = 0;
    const one = worker({
      make: async ({ path }) => {
        side = (await sharp(await readFile(path)).metadata()).width;
        return MADE;
      },
    });
    expect(await whyNoPicture(() => one, scratch)).toBeNull();
    expect([side, one.stops(), readdirSync(scratch)]).toEqual([1, 1, []]);
  });

  it.each([
    [
      'ends before it is ready',
      { ready: () => Promise.reject(new Error('It ended (code 1).')) },
      'It ended (code 1).',
    ],
    [
      'says why it ends',
      { ready: () => Promise.reject(new Error('It ended.')), lastWords: 'Error: Cannot find module x' },
      'Error: Cannot find module x',
    ],
    ['makes none', { make: () => Promise.reject(new Error('sharp did not load')) }, 'sharp did not load'],
  ])('that %s is told', async (_, how, why) => {
    const one = worker(how);
    expect(await whyNoPicture(() => one, scratch)).toBe(why);
    expect([one.stops(), readdirSync(scratch)]).toEqual([1, []]);
  });

  it('that cannot be started at all is told', async () => {
    const start = () => {
      throw new Error('no more processes');
    };
    expect(await whyNoPicture(start, scratch)).toBe('no more processes');
  });

  it.each([{ ready: () => never }, { make: () => never }])(
    'that does not answer is not waited for',
    async (how) => {
      expect(await whyNoPicture(() => worker(how), scratch, atOnce)).toContain('no answer');
    },
  );
});

describe('a folder', () => {
  it('is made and tried', async () => {
    const folder = join(scratch, 'a/b');
    expect(await whyUnwritable(folder)).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that cannot be written to is told', async () => {
    writeFileSync(join(scratch, 'file'), '');
    mkdirSync(join(scratch, `taken/probe-${process.pid}`), { recursive: true });
    expect(await whyUnwritable(join(scratch, 'file'))).toBe('it is no folder');
    expect(await whyUnwritable(join(scratch, 'taken'))).toBe('EISDIR');
  });
});
