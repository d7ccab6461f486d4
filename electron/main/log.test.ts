// The log with a real file. The library's entry for Electron cannot be loaded without it; the one for Node has the same file.

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type * as Log from './log.js';

vi.mock('electron-log/main', () => import('electron-log/node'));

let folder: string;
let log: typeof Log;
let problems: string[];
const listeners = () => process.listeners('uncaughtException');
const before = listeners();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'home-gallery-log-'));
  problems = [];
  vi.resetModules();
  log = await import('./log.js');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
// The library sets itself up once; what it has set up for errors is not to catch those of other tests.
afterAll(() => {
  for (const one of listeners()) if (!before.includes(one)) process.off('uncaughtException', one);
});

const start = (more: Partial<Log.LogOptions> = {}) =>
  log.startLog({
    ...{ folder, level: 'info', toFile: true, toConsole: false },
    onProblem: (sentence) => problems.push(sentence),
    ...more,
  });
const text = (of = folder) => readFileSync(join(of, 'home-gallery.log'), 'utf8');
const linesOf = (of = folder) => text(of).trimEnd().split(/\r?\n/);
/** Level and message of each line. */
const told = () => linesOf().map((line) => line.split(' - ').slice(2).join(' - '));

describe('a line', () => {
  test('is written as the format says, at each level', () => {
    start({ level: 'debug' });
    const write = log.loggerFor('cache');
    for (const level of ['debug', 'info', 'warn', 'error', 'critical'] as const) write(level, `a ${level}`);
    const head = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d - home_gallery\.cache - ([A-Z]+) - (.+)$/;
    expect(linesOf().map((line) => head.exec(line)?.slice(1))).toEqual([
      ['DEBUG', 'a debug'],
      ['INFO', 'a info'],
      ['WARNING', 'a warn'],
      ['ERROR', 'a error'],
      ['CRITICAL', 'a critical'],
    ]);
  });

  test('is cut when it is too long', () => {
    start();
    log.loggerFor('app')('error', 'x'.repeat(50_000));
    expect(told()).toEqual([`ERROR - ${'x'.repeat(8000)} … (50000 characters)`]);
  });

  test('that repeats itself is limited', () => {
    start();
    for (let i = 0; i < 100; i++) log.loggerFor('app')('warn', `Again ${i}`);
    expect(told()).toHaveLength(20);
  });

  test('that repeats itself is limited at DEBUG as well', () => {
    start({ level: 'debug' });
    for (let i = 0; i < 5000; i++) log.loggerFor('app')('debug', `Again ${i}`);
    expect(told()).toHaveLength(1000);
    log.loggerFor('app')('debug', 'Something else');
    expect(told().at(-1)).toBe('DEBUG - Something else');
  });
});

test('each file that a worker did has its line, though names differ in their numbers alone', () => {
  start({ level: 'debug' });
  for (const level of ['debug', 'info', 'warn'] as const) {
    for (let i = 0; i < 2000; i++) log.loggerFor('thumbnails')(level, `worker 1 (pid 7): IMG_${i}.jpg is it`);
  }
  expect(told()).toHaveLength(6000);
});

test('other lines of thumbnails that repeat themselves are limited', () => {
  start();
  for (let i = 0; i < 5000; i++) log.loggerFor('thumbnails')('warn', `Thumbnail ${i} is damaged`);
  expect(told()).toHaveLength(1000);
  for (let i = 0; i < 100; i++) log.loggerFor('thumbnails')('error', `Again ${i}`);
  expect(told()).toHaveLength(1020);
});

test('the terminal has the same lines as the file, and not those that were left out', async () => {
  start({ toConsole: true });
  const { default: library } = await import('electron-log/main');
  const shown: string[] = [];
  library.transports.console.writeFn = ({ message }) => shown.push(String(message.data[0]));
  for (let i = 0; i < 5000; i++) log.loggerFor('thumbnails')('warn', `Preview ${i} is not there`);
  expect(shown).toHaveLength(1000);
  expect(shown).toEqual(linesOf());
});

test('a level holds from when it is changed', () => {
  start({ level: 'warning' });
  const write = log.loggerFor('app');
  write('info', 'before');
  write('warn', 'a warning');
  log.setLogLevel('debug');
  write('debug', 'a detail');
  log.setLogLevel('critical');
  write('error', 'after');
  write('critical', 'the end');
  expect(told()).toEqual(['WARNING - a warning', 'DEBUG - a detail', 'CRITICAL - the end']);
});

test('without a file nothing is written, until it is wanted', () => {
  start({ toFile: false });
  const write = log.loggerFor('app');
  write('critical', 'before');
  log.setLogLevel('debug');
  write('debug', 'before');
  expect(readdirSync(folder)).toEqual([]);
  expect(log.isLogKept()).toBe(false);
  log.setLogToFile(true, 'info');
  write('info', 'wanted');
  log.setLogToFile(false, 'info');
  write('critical', 'after');
  expect(told()).toEqual(['INFO - wanted']);
});

test('the files never take more than twice 5 MB', () => {
  start({ level: 'debug' });
  const write = log.loggerFor('app');
  const longest = 'x'.repeat(8000);
  for (let i = 0; i < 2000; i++) write('debug', longest);
  write('info', 'the latest');
  expect(readdirSync(folder).sort()).toEqual(['home-gallery.log', 'home-gallery.old.log']);
  for (const name of readdirSync(folder)) {
    // A file is full when a line has made it so.
    expect(statSync(join(folder, name)).size).toBeLessThan(5 * 1024 * 1024 + 8200);
  }
  expect(told().at(-1)).toBe('INFO - the latest');
});

test('an error that nobody caught is one CRITICAL line with its stack', () => {
  start();
  const added = listeners().filter((one) => !before.includes(one));
  expect(added.length).toBeGreaterThan(0);
  for (const one of added) one(new Error('nobody caught me'), 'uncaughtException');
  expect(text().match(/CRITICAL/g)).toHaveLength(1);
  expect(text()).toMatch(/home_gallery\.app - CRITICAL - .*nobody caught me\r?\n\s+at /);
});

describe('a folder that cannot be written', () => {
  test('is told', () => {
    const blocked = join(folder, 'blocked');
    writeFileSync(blocked, '');
    start({ folder: join(blocked, 'logs') });
    const sentence = `The log cannot be written: it is no folder (${join(blocked, 'logs')}). Fix that, or choose another folder in the settings.`;
    expect(problems).toEqual([sentence]);
    expect(log.logProblem()).toBe(sentence);
    // Nothing is the matter with a log that is switched off.
    log.setLogToFile(false, 'info');
    expect(log.logProblem()).toBeNull();
  });

  test('holds nobody up, where it cannot be made', () => {
    // Node's own way to make a folder in /proc never comes back; elsewhere no folder is made in a file.
    const blocked = process.platform === 'linux' ? '/proc/nope' : join(import.meta.filename, 'nope');
    start({ folder: blocked });
    log.loggerFor('app')('info', 'told to nobody');
    expect(problems).toEqual([expect.stringContaining(`(${blocked})`)]);
    expect(log.logFile()).toBe(`${blocked}/home-gallery.log`);
  });

  test('a folder that is not there yet is made', () => {
    start({ folder: join(folder, 'a/b') });
    expect([log.logProblem(), problems]).toEqual([null, []]);
    log.loggerFor('app')('info', 'there');
    expect(linesOf(join(folder, 'a/b'))).toHaveLength(1);
  });
});
