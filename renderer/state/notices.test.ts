// Tests of sentences that say what goes on.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { deferred } from '../../electron/shared/deferred.js';
import { AppError } from '../../electron/shared/result.js';
import { setTexts } from '../texts.js';
import { Notices } from './notices.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const messages = (notices: Notices) => notices.get().map(({ message }) => message);

it('says what takes a while, for as long as it takes', async () => {
  const notices = new Notices();
  const work = deferred<number>();
  const answer = notices.during('Moving.', work.promise);
  expect(messages(notices)).toEqual([]);
  vi.advanceTimersByTime(60_000);
  expect(messages(notices)).toEqual(['Moving.']);
  work.resolve(3);
  expect(await answer).toBe(3);
  expect(messages(notices)).toEqual([]);
});

it('says nothing of what is quick, and nothing more of what fails', async () => {
  const notices = new Notices();
  await notices.during('Quick.', Promise.resolve());
  vi.advanceTimersByTime(60_000);
  expect(messages(notices)).toEqual([]);
  const work = deferred();
  const answer = notices.during('Moving.', work.promise);
  vi.advanceTimersByTime(400);
  work.reject(new Error('No.'));
  await expect(answer).rejects.toThrow('No.');
  expect(messages(notices)).toEqual([]);
});

it('says what to do where an error has no words for people, and leaves those that have as they are', () => {
  setTexts('de', 'de', {});
  try {
    const notices = new Notices();
    const said = (error: unknown) => {
      notices.report(error);
      return messages(notices).at(-1);
    };
    const unexpected = 'Etwas ist schiefgegangen (x is undefined). Bitte noch einmal versuchen;';
    expect(said(new TypeError('x is undefined'))).toContain(unexpected);
    // As it comes out of main or of another process.
    expect(said(new AppError('internal', 'x is undefined'))).toContain(unexpected);
    expect(said(new AppError('internal', 'The database is in use by another program.'))).toContain(
      'schiefgegangen',
    );
    const known =
      'The database is in use by another program. Close that program, or try it again in a moment.';
    expect(said(new AppError('internal', known))).toMatch(
      /^Die Datenbank wird von einem anderen Programm benutzt\. Bitte /,
    );
    expect(said(new AppError('unsupported', 'Nobody translated this.'))).toBe('Nobody translated this.');
  } finally {
    setTexts('en', 'en', {});
  }
});

it('says how something stands that is changed step by step, in one place and for a moment', () => {
  const notices = new Notices();
  notices.show('Another.');
  notices.brief('10 %');
  vi.advanceTimersByTime(2000);
  const [, first] = notices.get();
  notices.brief('20 %');
  expect(notices.get().map(({ id }) => id)).toEqual([notices.get()[0]!.id, first!.id]);
  expect(messages(notices)).toEqual(['Another.', '20 %']);
  // The time begins anew.
  vi.advanceTimersByTime(2000);
  expect(messages(notices)).toEqual(['Another.', '20 %']);
  vi.advanceTimersByTime(1000);
  expect(messages(notices)).toEqual(['Another.']);
  notices.brief('30 %');
  notices.dismiss(notices.get().at(-1)!.id);
  notices.brief('40 %');
  expect(messages(notices)).toEqual(['Another.', '40 %']);
});

it('goes on saying what goes on, whatever else is said, and anew of other work once it was closed', async () => {
  const notices = new Notices();
  const [first, second] = [deferred(), deferred()];
  void notices.during('Checking.', first.promise);
  vi.advanceTimersByTime(400);
  for (const sentence of ['One.', 'Two.', 'Three.']) notices.show(sentence);
  expect(messages(notices)).toEqual(['Checking.', 'Two.', 'Three.']);
  notices.dismiss(notices.get()[0]!.id);
  void notices.during('Checking.', second.promise);
  vi.advanceTimersByTime(400);
  expect(messages(notices)).toEqual(['Two.', 'Three.', 'Checking.']);
  first.resolve();
  await vi.advanceTimersByTimeAsync(0);
  expect(messages(notices)).toContain('Checking.');
  second.resolve();
  await vi.advanceTimersByTimeAsync(0);
  expect(messages(notices)).not.toContain('Checking.');
});
