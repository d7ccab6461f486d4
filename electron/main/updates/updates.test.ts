import { beforeEach, describe, expect, it } from 'vitest';
import type { UpdateState } from '../../shared/updates.js';
import type { Feed } from './feed.js';
import type { Updater } from './updater.js';
import { CHECK_EVERY_MS, Updates } from './updates.js';

const FEED: Feed = { support: 'installs', config: '/app-update.yml', page: null };
let on: boolean;
let checkedAt: number | null;
let now: number;
let timers: { at: number; run: () => void }[];
let loads: number;
let asked: string[];
let notices: string[];
let states: UpdateState['kind'][];
/** What the place says: a version, null, or a failure. */
let answer: string | null | Error;
let agreed: () => boolean;

const updater: Updater = {
  check: () => {
    asked.push(`check ${agreed() ? 'agreed' : 'forbidden'}`);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  },
  download: (tell) => {
    asked.push(`download ${agreed() ? 'agreed' : 'forbidden'}`);
    tell(50);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve();
  },
};
const updates = (feed: Partial<Feed> = {}) =>
  new Updates({
    feed: { ...FEED, ...feed },
    load: (given) => {
      loads++;
      agreed = given;
      return Promise.resolve(updater);
    },
    isOn: () => on,
    checkedAt: () => checkedAt,
    noteChecked: (at) => (checkedAt = at),
    now: () => now,
    after: (ms, run) => {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => (timers = timers.filter((one) => one !== timer));
    },
    tell: ({ state }) => states.push(state.kind),
    notice: (message) => notices.push(message),
    log: () => undefined,
  });
/** Lets time pass until the next timer, and everything it started come to its end. */
const next = async () => {
  const timer = timers.shift()!;
  now = timer.at;
  timer.run();
  await new Promise((done) => setImmediate(done));
};

beforeEach(() => {
  [on, checkedAt, now, loads, answer] = [false, null, 1_000_000_000_000, 0, '9.0.0'];
  [timers, asked, notices, states] = [[], [], [], []];
});

describe('by itself', () => {
  it('nothing happens while it is switched off: not even the code is loaded', () => {
    updates().follow();
    expect([timers, loads]).toEqual([[], 0]);
  });

  it('looks once a day, also over restarts, and downloads nothing', async () => {
    on = true;
    const one = updates();
    one.follow();
    expect(timers.map(({ at }) => at - now)).toEqual([0]);
    await next();
    expect([asked, one.status().state]).toEqual([['check agreed'], { kind: 'found', version: '9.0.0' }]);
    expect(notices).toEqual(['Version 9.0.0 of Home Gallery is there. See Updates in the settings.']);
    expect(timers.map(({ at }) => at - now)).toEqual([CHECK_EVERY_MS]);
    now += 1000;
    timers = [];
    updates().follow();
    expect(timers.map(({ at }) => at - now)).toEqual([CHECK_EVERY_MS - 1000]);
    // A clock that was set back keeps nobody waiting for years.
    now -= 10 * CHECK_EVERY_MS;
    timers = [];
    updates().follow();
    expect(timers.map(({ at }) => at - now)).toEqual([0]);
  });

  it('says each version once, and goes on after a failure', async () => {
    on = true;
    updates().follow();
    await next();
    await next();
    answer = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
    await next();
    answer = '9.1.0';
    await next();
    expect(notices.map((sentence) => sentence.slice(0, 13))).toEqual(['Version 9.0.0', 'Version 9.1.0']);
    expect(asked).toHaveLength(4);
  });

  it('ends when it is switched off', async () => {
    on = true;
    const one = updates();
    one.follow();
    on = false;
    one.follow();
    expect(timers).toEqual([]);
    await one.check();
    on = true;
    one.follow();
    one.stop();
    expect(timers).toEqual([]);
  });
});

describe('when a person asks', () => {
  it('one answer is agreed to, and nothing after it', async () => {
    const one = updates();
    await one.check();
    expect([asked, states]).toEqual([['check agreed'], ['checking', 'found']]);
    expect([agreed(), timers, notices]).toEqual([false, [], []]);
  });

  it('downloads what was found, once', async () => {
    const one = updates();
    await expect(one.download()).rejects.toThrow('nothing to download');
    await one.check();
    await one.download();
    expect(asked).toEqual(['check agreed', 'download agreed']);
    expect(states).toEqual(['checking', 'found', 'downloading', 'downloading', 'ready']);
    await expect(one.download()).rejects.toThrow('nothing to download');
    // What waits for the end of the app is not asked for again.
    await one.check();
    expect(one.status().state.kind).toBe('ready');
    expect(agreed()).toBe(false);
  });

  it.each([
    [
      { code: 'ECONNREFUSED' },
      'The place with the newer versions cannot be reached. Check the connection to the internet, then try it again.',
    ],
    [
      { code: 'ERR_UPDATER_CHANNEL_FILE_NOT_FOUND' },
      'No version for this computer was found there. Try it again another day.',
    ],
    [
      { code: 'ERR_CHECKSUM_MISMATCH' },
      'What was downloaded is damaged and was thrown away. Check for updates again, then download it once more.',
    ],
    [
      { message: 'odd\nstack' },
      'The newer version could not be had (odd). Try it again later; the log says more.',
    ],
  ])('says in one sentence what went wrong: %j', async (error, message) => {
    answer = Object.assign(new Error(), error);
    const one = updates();
    await one.check();
    expect(one.status().state).toEqual({ kind: 'failed', message });
    // And can be tried again.
    answer = null;
    await one.check();
    expect(one.status().state).toEqual({ kind: 'current' });
  });

  it('a build without a place, or one that is replaced by other means, does not try', async () => {
    await expect(updates({ support: 'none' }).check()).rejects.toThrow('knows no place');
    const tells = updates({ support: 'tells' });
    await tells.check();
    await expect(tells.download()).rejects.toThrow('cannot replace itself');
    expect(asked).toEqual(['check agreed']);
  });
});
