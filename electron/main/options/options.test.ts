// Tests of where options come from: command line, environment, saved settings, defaults.

import { readdirSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { DEVELOPER_VARIABLES, OPTION_NAMES, OPTIONS, isSaved } from '../../shared/options.js';
import { en } from '../../shared/texts/en/index.js';
import { readAsked, configOf } from '../config.js';
import { optionHandlers } from '../ipc/option-handlers.js';
import { ConfigError } from './arguments.js';
import { Options } from './options.js';
import { readSaved } from './resolve.js';
import { schemaOf } from './schema.js';

const ask = (argv: readonly string[], env: Record<string, string> = {}) =>
  readAsked({
    ...{ argv: ['electron', ...argv], env, version: '1.2.3' },
    ...{ cwd: resolve('/home/me'), appPath: resolve('/opt/app') },
  });
const options = (argv: readonly string[], env: Record<string, string> = {}, saved = {}) =>
  new Options(ask(argv, env).forced, saved, () => undefined);
const config = (argv: readonly string[], env: Record<string, string> = {}) =>
  configOf(options(argv, env), env);

describe('the command line', () => {
  it('names folders by flag and without, relative to where it was started', () => {
    const argv = ['--media-dir', 'a b', '--media-dir=/x', 'c'];
    expect(config(argv).mediaDirs).toEqual([resolve('/home/me/a b'), resolve('/x')]);
    // What is named without a flag is shown: a file may be named so as well.
    expect(ask(argv).opened).toEqual([resolve('/home/me/c')]);
  });

  it('does not take the app itself or switches of Chromium and Node for its own', () => {
    const foreign = [
      '--no-sandbox',
      '--remote-debugging-port=0',
      '--inspect=0',
      '-psn_0_1',
      '--enable-features=A,B',
    ];
    expect(ask(['/opt/app', ...foreign]).opened).toEqual([]);
    const argv = ['../../opt/app', '--no-sandbox', 'a', '--cache-ttl=5'];
    expect(ask(argv).opened).toEqual([resolve('/home/me/a')]);
    expect(config(argv)).toMatchObject({ mediaDirs: [], cacheTtl: 5 });
  });

  it('switches workers and the cache off and on', () => {
    expect(config(['--no-worker', '--worker-threads=3'])).toMatchObject({ workers: 0, cacheEnabled: true });
    expect(config([], { HOME_GALLERY_WORKER_ENABLED: 'false' }).workers).toBe(0);
    expect(config([], { HOME_GALLERY_WORKER_ENABLED: 'True' }).workers).toBe(2);
    expect(config(['--no-cache'])).toMatchObject({ workers: 2, cacheEnabled: false });
    expect(config(['--cache'], { HOME_GALLERY_CACHE_ENABLED: '0' }).cacheEnabled).toBe(true);
  });

  it.each([
    [['--worker-threads=none'], '--worker-threads got "none"; it takes a whole number from 1 to 32.'],
    [['--cache-ttl', '0'], '--cache-ttl got "0"; it takes a whole number from 1 to 31536000.'],
    [['--cache-ttl='], '--cache-ttl got ""; it takes a whole number from 1 to 31536000.'],
    [['--media-dir'], '--media-dir needs a folder.'],
    [['--user-data-dir'], '--user-data-dir needs a folder.'],
    [['--thumbnail-dir', '--no-cache'], '--thumbnail-dir needs a folder.'],
    [['--log-level=loud'], '--log-level got "loud"; it takes debug, info, warning, error or critical.'],
    [['--placeholder', 'x'], '--placeholder got "x"; it takes colors, name or plain.'],
    [['--language=fr'], '--language got "fr"; it takes system, en or de.'],
    [['--media-dir='], '--media-dir got ""; it takes a folder.'],
    [['--media-dir', ''], '--media-dir got ""; it takes a folder.'],
    [['--cache-ttl=0x10'], '--cache-ttl got "0x10"; it takes a whole number from 1 to 31536000.'],
    [['--cache-ttl=1e3'], '--cache-ttl got "1e3"; it takes a whole number from 1 to 31536000.'],
    [['--no-cache=1'], '--no-cache got "1"; it takes no value.'],
    [['--cache='], '--cache got ""; it takes no value.'],
    [['stats', '--json=x'], '--json got "x"; it takes no value.'],
    [['scan'], "missing required argument 'PATH'."],
    [['stats', 'more'], "too many arguments for 'stats'. Expected 0 arguments but got 1."],
  ])('refuses %j in one line', (argv, message) => {
    expect(() => ask(argv)).toThrow(new ConfigError(message));
  });

  it('explains the flags of the original that have no effect instead of refusing them', () => {
    const server = ['--host', '0.0.0.0', '--port=80', '--production', '--no-serve-media'];
    const { notes, forced, opened } = ask([...server, '--skip-ffmpeg-check', 'a']);
    expect(notes).toHaveLength(5);
    for (const note of notes.slice(0, 4)) expect(note).toMatch(/^--[a-z-]+ was for the server .+\.$/);
    expect(notes[4]).toMatch(/^--skip-ffmpeg-check has no effect: .+ ffmpeg .+\.$/);
    expect(forced).toEqual({});
    expect(opened).toEqual([resolve('/home/me/a')]);
  });

  it.each([['--port'], ['--production=1'], ['--host', 'a', '--port', '80']])(
    'explains them whatever is given with them: %s %s',
    (...argv) => {
      const { notes, opened } = ask(argv);
      expect(notes[0]).toMatch(/^--(port|production|host) was for the server/);
      expect(opened).toEqual([]);
    },
  );

  it('knows the commands that need no window', () => {
    const { command, forced } = ask(['--no-sandbox', '/opt/app', '--cache-ttl=5', 'scan', 'x y', '--json']);
    expect(command).toEqual({ name: 'scan', path: resolve('/home/me/x y'), json: true });
    expect(forced.cacheTtl?.value).toBe(5);
    expect(ask(['stats', '--user-data-dir=/u'])).toMatchObject({
      command: { name: 'stats', path: null, json: false },
      forced: { userDataDir: { value: resolve('/u') } },
    });
  });

  it('prints its version, and a help that names every flag', () => {
    expect(ask(['--version'])).toMatchObject({ print: '1.2.3\n', forced: {} });
    const { print } = ask(['--no-sandbox', '--help']);
    for (const name of OPTION_NAMES) {
      const { flag } = OPTIONS[name];
      if (flag !== null) expect(print).toContain(`--${flag}`);
    }
    expect(print).toMatch(/scan .*<PATH>/);
    expect(print).not.toContain('--port');
  });
});

describe('the environment', () => {
  it('stands behind the command line, and ours before those of the original', () => {
    const env = {
      HOME_GALLERY_MEDIA_DIR: ['/a', '', '/b'].join(delimiter),
      PY_HOME_GALLERY_MEDIA_DIR: '/c',
      PY_HOME_GALLERY_WORKER_THREADS: '4',
      HOME_GALLERY_WORKER_THREADS: '',
    };
    expect(config([], env)).toMatchObject({
      mediaDirs: ['/a', '/b'].map((path) => resolve(path)),
      workers: 4,
    });
    expect(config(['--media-dir=/flag', '--worker-threads=3'], env)).toMatchObject({
      mediaDirs: [resolve('/flag')],
      workers: 3,
    });
  });

  it('refuses what it does not take, by its name', () => {
    expect(() => ask([], { HOME_GALLERY_CACHE_ENABLED: 'maybe' })).toThrow(
      'HOME_GALLERY_CACHE_ENABLED got "maybe"; it takes true or false.',
    );
  });

  it('names the program that reads videos, as a flag does', () => {
    expect(config([], { HOME_GALLERY_FFMPEG: 'tools/ffmpeg' }).ffmpeg).toBe(resolve('/home/me/tools/ffmpeg'));
    expect(config(['--ffmpeg=/x/ffmpeg'], { HOME_GALLERY_FFMPEG: '/y' }).ffmpeg).toBe(resolve('/x/ffmpeg'));
    expect(config([]).ffmpeg).toBeNull();
    expect(() => ask(['--ffmpeg='])).toThrow('--ffmpeg got ""; it takes a file.');
  });

  it('has no variable outside the tables', () => {
    const electron = join(import.meta.dirname, '../..');
    const known = new Set(
      [...Object.values(OPTIONS), ...Object.values(DEVELOPER_VARIABLES)].map(({ variable }) => variable),
    );
    const named = readdirSync(electron, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !/(\.test|testing[^/]*)\.ts$/.test(name))
      .flatMap((name) => [...readFileSync(join(electron, name), 'utf8').matchAll(/HOME_GALLERY_([A-Z_]+)/g)])
      .map(([, name]) => name as 'CACHE_TTL');
    expect(named).toContain('CACHE_TTL');
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it.each([
    ['LOG_LEVEL', 'WARN', 'it takes debug, info, warning, error or critical.'],
    ['PLACEHOLDER', 'logo', 'it takes colors, name or plain.'],
    ['CACHE_TTL', '-1', 'it takes a whole number from 1 to 31536000.'],
  ])("passes over the original's %s=%s, and says so", (variable, value, takes) => {
    const { forced, notes } = ask([], { [`PY_HOME_GALLERY_${variable}`]: value });
    expect(forced).toEqual({});
    expect(notes).toEqual([`PY_HOME_GALLERY_${variable} got "${value}"; ${takes} It was passed over.`]);
    expect(() => ask([], { [`HOME_GALLERY_${variable}`]: value })).toThrow(takes);
  });

  it("does not follow the original's address of a picture, and says so", () => {
    const { forced, notes } = ask([], { PY_HOME_GALLERY_PLACEHOLDER: 'https://example.org/x.png' });
    expect(forced).toEqual({});
    expect(notes.join()).toMatch(/^PY_HOME_GALLERY_PLACEHOLDER names a picture/);
  });
});

describe('options', () => {
  it('know where they come from', () => {
    const { cacheTtl, workerThreads, theme, zoom } = options(
      ['--cache-ttl=5'],
      { HOME_GALLERY_WORKER_THREADS: '4' },
      { cacheTtl: 7, theme: 'dark', workerThreads: 8 },
    ).states();
    expect(cacheTtl).toEqual({ value: 5, running: 5, source: 'flag', from: '--cache-ttl' });
    expect(workerThreads).toMatchObject({
      value: 4,
      source: 'environment',
      from: 'HOME_GALLERY_WORKER_THREADS',
    });
    expect(theme).toMatchObject({ value: 'dark', source: 'saved' });
    expect(zoom).toMatchObject({ value: 4, source: 'default' });
  });

  it('change at once where that is possible, otherwise after a restart, and are saved', () => {
    const save = vi.fn();
    const some = new Options({}, {}, save);
    const changed = vi.fn();
    some.onChange(changed);
    some.set('cacheTtl', 60);
    some.set('workerThreads', 4);
    expect([some.get('cacheTtl'), some.get('workerThreads')]).toEqual([60, 2]);
    expect(some.states().workerThreads).toMatchObject({ value: 4, running: 2, source: 'saved' });
    expect(save).toHaveBeenLastCalledWith({ cacheTtl: 60, workerThreads: 4 });
    some.set('cacheTtl', null);
    expect(save).toHaveBeenLastCalledWith({ workerThreads: 4 });
    expect(some.states().cacheTtl).toMatchObject({ value: 300, source: 'default' });
    expect(changed.mock.calls).toEqual([['cacheTtl'], ['workerThreads'], ['cacheTtl']]);
  });

  it('refuse what is forced, what does not fit, and what is for the start', () => {
    const some = options(['--cache-ttl=5']);
    expect(() => some.set('cacheTtl', 6)).toThrow('--cache-ttl decides this');
    expect(() => some.set('workerThreads', 33)).toThrow('cannot be used');
    expect(() => some.set('theme', 'pink')).toThrow('cannot be used');
    expect(() => some.set('userDataDir', '/x')).toThrow('when the app starts');
  });

  it('take no path from the page, but from the dialog of the system', async () => {
    const some = options([]);
    const asked: string[] = [];
    const calls = optionHandlers(some, (kind) => {
      asked.push(kind);
      return Promise.resolve(kind === 'file' ? '/x/ffmpeg' : null);
    });
    const [set, choose] = [calls['options.set'], calls['options.choosePath']] as unknown as [
      (name: string, value: unknown) => unknown,
      (name: string) => Promise<unknown>,
    ];
    for (const name of ['ffmpeg', 'logDir']) expect(() => set(name, '/bin/sh')).toThrow('in the dialog');
    await expect(choose('theme')).rejects.toThrow('no path');
    await choose('logDir');
    expect(await choose('ffmpeg')).toMatchObject({ ffmpeg: { value: '/x/ffmpeg', source: 'saved' } });
    expect(asked).toEqual(['folder', 'file']);
    expect(set('ffmpeg', null)).toMatchObject({ ffmpeg: { value: null, source: 'default' } });
  });

  it('are taken from saved settings one by one', () => {
    const wrong: string[] = [];
    expect(readSaved({ cacheTtl: 60, theme: 'pink', mediaDirs: ['/x'], zoom: 3.5, more: 1 }, wrong)).toEqual({
      cacheTtl: 60,
    });
    expect(wrong).toEqual(['theme', 'zoom']);
    for (const kept of ['x', ['x'], null]) {
      const told: string[] = [];
      expect([readSaved(kept, told), told]).toEqual([{}, ['options']]);
    }
    expect(readSaved(undefined, wrong)).toEqual({});
    expect(wrong).toHaveLength(2);
  });

  it('have the defaults of the original, and each default fits', () => {
    expect(config([])).toMatchObject({ workers: 2, cacheTtl: 300, cacheEnabled: true });
    for (const name of OPTION_NAMES)
      expect(schemaOf(name).safeParse(OPTIONS[name].fallback).success).toBe(true);
  });

  it('each have words, and a place in the dialog or a flag', () => {
    expect(Object.keys(en.options)).toEqual([...OPTION_NAMES]);
    for (const name of OPTION_NAMES) expect(isSaved(name) || OPTIONS[name].flag !== null).toBe(true);
    for (const [name, words] of Object.entries(en.optionChoices)) {
      const { type } = OPTIONS[name as keyof typeof en.optionChoices];
      expect(Object.keys(words)).toEqual([...type.of]);
    }
  });
});
