// Tests of how the library process is ended.

import { expect, it } from 'vitest';
import { FakeChild, settle } from './library-on-stage.js';
import { LibraryProcess, type LibraryChild } from './library-process.js';

function setUp() {
  const child = new FakeChild();
  const timers = new Set<{ readonly ms: number; readonly callback: () => void }>();
  const lines: string[] = [];
  const nothing = () => undefined;
  const process = new LibraryProcess({
    ...{ startChild: () => child as unknown as LibraryChild, now: () => 0 },
    after: (ms, callback) => {
      const timer = { ms, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    log: (_level, line) => lines.push(line),
    ...{ onStarted: nothing, onRestarted: nothing, onEnded: nothing, onHang: nothing },
  });
  process.ensure();
  return { child, timers, lines, process };
}

it('is over when the process has ended, and waits for nothing any more', async () => {
  const { process, child, timers, lines } = setUp();
  await process.stop(5000);
  expect([child.stopped, timers.size, lines]).toEqual([true, 0, []]);
});

it('gives up a process that neither answers nor can be ended', async () => {
  const { process, child, timers, lines } = setUp();
  delete child.answers['stop'];
  child.stop = () => new Promise(() => undefined);
  let over = false;
  void process.stop(5000).then(() => (over = true));
  for (let limit = 0; limit < 2; limit++) {
    await settle();
    expect([over, [...timers].map(({ ms }) => ms)]).toEqual([false, [5000]]);
    for (const { callback } of timers) callback();
  }
  await settle();
  expect([over, lines]).toEqual([true, ['The library process did not end.']]);
});
