// Tests of how a child is ended, with a stand-in for Electron's utility process.

import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startChild } from './child.js';

const { fork } = vi.hoisted(() => ({ fork: vi.fn<() => unknown>() }));
vi.mock('electron', () => ({ utilityProcess: { fork } }));

class FakeProcess extends EventEmitter {
  readonly pid = 4711;
  readonly postMessage = vi.fn();
  readonly kill = vi.fn(() => true);
}

let child: FakeProcess;
const killed = vi.spyOn(process, 'kill');
beforeEach(() => {
  child = new FakeProcess();
  fork.mockReturnValue(child);
  killed.mockReset().mockReturnValue(true);
  log.mockReset();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => void vi.useRealTimers());

const log = vi.fn();
const LATE = 'child (pid 4711) did not end within 1000 ms of being asked to, and was killed';
const start = () => startChild({ entry: '/child.js', name: 'child', log });

it('is asked to end, and killed only when it has not after a while', async () => {
  const started = start();
  child.emit('message', { type: 'ready' });
  const stopping = started.stop(1000);
  expect(child.postMessage.mock.calls).toEqual([[{ type: 'quit' }]]);
  vi.advanceTimersByTime(999);
  expect([child.kill.mock.calls, killed.mock.calls, log.mock.calls]).toEqual([[], [], []]);
  vi.advanceTimersByTime(1);
  expect(killed).toHaveBeenCalledWith(4711, 'SIGKILL');
  expect(log).toHaveBeenCalledWith('info', LATE);
  child.emit('exit', 1);
  await stopping;
});

it('is ended at once when it cannot hear yet', async () => {
  const stopping = start().stop();
  expect([child.kill.mock.calls.length, child.postMessage.mock.calls]).toEqual([1, []]);
  child.emit('exit', 15);
  await stopping;
  vi.advanceTimersByTime(10_000);
  expect(killed).not.toHaveBeenCalled();
});

it('is asked once and killed once, however often it is stopped', async () => {
  const started = start();
  child.emit('message', { type: 'ready' });
  const stopping = [started.stop(1000), started.stop(1000)];
  vi.advanceTimersByTime(500);
  stopping.push(started.stop(1000));
  vi.advanceTimersByTime(10_000);
  expect(child.postMessage.mock.calls).toEqual([[{ type: 'quit' }]]);
  expect(killed.mock.calls).toEqual([[4711, 'SIGKILL']]);
  expect(log.mock.calls).toEqual([['info', LATE]]);
  child.emit('exit', 1);
  await Promise.all(stopping);
});
