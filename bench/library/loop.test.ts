// Tests of the verdict on main's loop: one long stall in any phase must not hide, nor must a busy machine look like one.

import { describe, expect, it } from 'vitest';
import { stallRow } from './loop.js';

const gap = (whole: number, own = whole) => ({ at: 0, whole, own });

describe('the longest stall', () => {
  it('is that of the worst phase', () => {
    const row = stallRow('stall', { scan: [gap(5), gap(12)], verification: [gap(60)] }, 3, 'note');
    expect(row).toMatchObject({ measured: '60 ms (scan 12 ms, verification 60 ms)', verdict: 'missed' });
  });

  it('is the whole time while the machine keeps nobody waiting', () => {
    expect(stallRow('stall', { scan: [gap(60, 10)] }, 16, 'note').verdict).toBe('missed');
  });

  it('is without waiting for a processor when an idle process had to wait as well, and says so', () => {
    const row = stallRow('stall', { scan: [gap(60, 10)] }, 40, 'note');
    expect(row.verdict).toBe('aim');
    expect(row.note).toBe('note; 60 ms with waiting for a processor, for which an idle process waited 40 ms');
  });

  it('is nothing when the loop was never held', () => {
    expect(stallRow('stall', { scan: [] }, 0, 'note')).toMatchObject({ measured: '0 ms (scan 0 ms)' });
  });
});
