// Tests of the verdict on main's loop: one long stall in any phase must not hide, nor must a busy machine look like one.

import { describe, expect, it } from 'vitest';
import { less, stallRow } from './loop.js';

const gap = (whole: number, at = 0) => ({ at, whole });

describe('the longest stall', () => {
  it('is that of the worst phase', () => {
    const row = stallRow('stall', { scan: [gap(5), gap(12)], verification: [gap(60)] }, [], 'note');
    expect(row).toMatchObject({ measured: '60 ms (scan 12 ms, verification 60 ms)', verdict: 'missed' });
  });

  it('is the whole time where an idle process was held at another one', () => {
    expect(stallRow('stall', { scan: [gap(60)] }, [gap(200, 60)], 'note').verdict).toBe('missed');
  });

  it('is without what an idle process was held in the same moment, and says so', () => {
    const row = stallRow('stall', { scan: [gap(60, 100), gap(20, 300)] }, [gap(50, 90), gap(5, 150)], 'note');
    expect(row).toMatchObject({ measured: '20 ms (scan 20 ms)', verdict: 'must' });
    expect(row.note).toBe(
      'note; less what an idle process was held in the same moment: 60 ms with that, and an idle process 50 ms at most',
    );
  });

  it('is nothing when the loop was never held', () => {
    expect(stallRow('stall', { scan: [] }, [], 'note')).toMatchObject({ measured: '0 ms (scan 0 ms)' });
  });
});

it('takes from a gap only what it shares with others', () => {
  expect(less(gap(60, 100), [gap(50, 90), gap(5, 150), gap(100, 158)])).toBe(60 - 40 - 5 - 2);
});
