// Tests of noticing that the library process hangs: it is ended, another takes its place, and a person is told.

import { describe, expect, it } from 'vitest';
import { deferred } from '../../shared/deferred.js';
import { item, settle, setUp } from './library-on-stage.js';

/** Lets the time until the next look of the watchdog pass, so many times. */
async function pass(pings: ReturnType<typeof setUp>['pings'], times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    expect(pings).toHaveLength(1);
    pings.pop()!.callback();
    await settle();
  }
}

describe('a library process', () => {
  it('that answers is left alone', async () => {
    const { pings, children, openWith, notices } = setUp();
    await openWith(item(0, 'a.jpg'));
    await pass(pings, 20);
    expect([children.length, notices]).toEqual([1, []]);
  });

  it('that does not answer for half a minute is ended and started again, and that is told', async () => {
    const { pings, timers, children, child, openWith, notices, log, info } = setUp();
    await openWith(item(0, 'a.jpg'));
    child().answers['ping'] = deferred().promise;
    // The last answer was good, the next question is open for six looks.
    await pass(pings, 6);
    expect([children.length, notices]).toEqual([1, []]);
    await pass(pings, 1);
    expect(notices).toEqual(['Reading your folders came to a halt for 30 seconds and was started again.']);
    expect(log.join('\n')).toContain('has not answered for 30 s');
    expect([info().files, pings]).toEqual([1, []]);
    timers[0]!.callback();
    await settle();
    expect(children).toHaveLength(2);
    await pass(pings, 20);
    expect(children).toHaveLength(2);
  });

  it('that answers late is left alone', async () => {
    const { pings, children, child, openWith } = setUp();
    await openWith(item(0, 'a.jpg'));
    for (let round = 0; round < 3; round++) {
      const answer = deferred();
      child().answers['ping'] = answer.promise;
      await pass(pings, 5);
      answer.resolve();
      await settle();
      await pass(pings, 1);
    }
    expect(children).toHaveLength(1);
  });

  it('is not watched while the app stops', async () => {
    const { library, pings, child, openWith } = setUp();
    await openWith(item(0, 'a.jpg'));
    child().answers['ping'] = deferred().promise;
    await library.stop();
    expect(pings).toEqual([]);
  });
});
