// Wrong calls and wrong addresses by the thousand, in the real app: nothing outside the chosen folders is read, nothing inside
// is changed, nothing ends. The same seed makes the same inputs: HOME_GALLERY_FUZZ_SEED=NUMBER tries others.

import { readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { EVENT_NAMES } from '../electron/shared/contract.js';
import type { CallRun } from './fuzz/calls.js';
import type { Known } from './fuzz/inputs.js';
import { callFromPage, callInMain, fetchInMain, SEED, showInPage } from './fuzz/run.js';
import { shapesOfCalls } from './fuzz/shapes.js';
import { HOSTS, PATHS, RANGES } from './fuzz/words.js';
import { CANARY, everythingIn, makeWorld, whileSwapped, withLink, type World } from './fuzz/world.js';
import { expect, reveal, test as base, untilComplete } from './fixtures.js';

const CODES = [
  'bad-argument',
  'forbidden',
  'not-found',
  'offline',
  'unreadable',
  'damaged',
  'unsupported',
  'timeout',
  'stopped',
];

/** What the app asked of the system, and what ended. */
interface Noted {
  readonly handed: string[];
  readonly trashed: string[];
  readonly ended: string[];
}

/** The system's part: dialogs are cancelled, and what would open, drag or throw away is only noted. */
const noteWhatIsAsked = (app: ElectronApplication) =>
  app.evaluate(({ app: electron, BrowserWindow, dialog, shell }) => {
    const noted: Noted = { handed: [], trashed: [], ended: [] };
    (globalThis as unknown as { noted: Noted }).noted = noted;
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' });
    shell.openPath = (path) => (noted.handed.push(path), Promise.resolve(''));
    shell.showItemInFolder = (path) => void noted.handed.push(path);
    shell.trashItem = (path) => (noted.trashed.push(path), Promise.resolve());
    BrowserWindow.getAllWindows()[0]!.webContents.startDrag = ({ file, files }) =>
      void noted.handed.push(file, ...(files ?? []));
    electron.on('render-process-gone', (_event, _contents, { reason }) =>
      noted.ended.push(`page: ${reason}`),
    );
    electron.on('child-process-gone', (_event, { type, name, reason, exitCode }) => {
      // Workers that are restarted end by themselves.
      if (reason !== 'clean-exit') noted.ended.push(`${name ?? type}: ${reason} ${exitCode}`);
    });
  });
const noted = (app: ElectronApplication) =>
  app.evaluate(() => (globalThis as unknown as { noted: Noted }).noted);

const idOf = async (page: Page, name: string) =>
  Number(await (await reveal(page, name)).getAttribute('data-id'));

const test = base.extend<{ world: World }>({
  world: async ({ scratch }, use) => {
    const world = await makeWorld(scratch);
    await use(world);
    await world.release();
  },
});

test('wrong calls and addresses read nothing outside, change nothing inside and end nothing', async ({
  launch,
  scratch,
  world,
}) => {
  process.stdout.write(`Seed of the wrong inputs: ${SEED}\n`);
  const { folder, outside, complaints } = world;
  const { app, page, userDataDir, close } = await launch({
    mediaDirs: [folder],
    // What is forced cannot be switched off by what is made up.
    args: ['--log-level=debug'],
    env: { HOME_GALLERY_LOG_TO_FILE: 'true', HOME_GALLERY_LOG_DIR: join(scratch, 'logs') },
  });
  const lines = (what: RegExp): readonly string[] =>
    readFileSync(join(scratch, 'logs/home-gallery.log'), 'utf8')
      .split('\n')
      .filter((line) => what.test(line));
  /** Lines of the log that tell of faults. What Chromium refuses by the page's policy is told by its console. */
  const errors = (): readonly string[] => {
    const policy = /home_gallery\.window - ERROR - (Refused to load|Unrecognized Content-Security-Policy)/;
    return lines(/ - (ERROR|CRITICAL) - /).filter((line) => !policy.test(line));
  };
  await untilComplete(page);
  await noteWhatIsAsked(app);
  const before = everythingIn(folder);
  const names = ['a.jpg', 'b.jpg', 'swap.jpg', 'c.jpg', 'd.jpg', 'film.avi'];
  const ids: number[] = [];
  for (const name of names) ids.push(await idOf(page, name));
  const root = await page.evaluate(async () => {
    const answer = await window.gallery.call('roots.list');
    return answer.ok ? answer.value[0]!.id : 0;
  });
  const secrets = ['secret.jpg', 'secret.txt', 'pipe.jpg'].map((name) => join(outside, name));
  const known: Known = {
    ...{ roots: [root], ids, paths: PATHS, hosts: HOSTS, ranges: RANGES },
    outside: [
      outside,
      ...secrets,
      '../outside/secret.jpg',
      '../outside',
      'file-link.jpg',
      'folder-link/sub/c.jpg',
    ],
  };
  const run: CallRun = {
    ...{ calls: shapesOfCalls(), roots: [root], canary: CANARY, codes: CODES },
    ...{ times: 85, notRight: ['windows.open', 'roots.remove'] },
  };

  await test.step('events', async () => {
    const answers = await page.evaluate((events) => {
      const on = window.gallery.on as unknown as (name: unknown, listener: unknown) => unknown;
      return [...events, '__proto__', 'no.such', 1, null, undefined, {}, ['roots.changed']].flatMap((name) =>
        [null, 1, 'x', {}, undefined].map((listener) => {
          try {
            on(name, listener);
            return `${JSON.stringify(name)} was taken`;
          } catch {
            return '';
          }
        }),
      );
    }, EVENT_NAMES);
    expect(answers.filter((answer) => answer !== '')).toEqual([]);
  });

  let tried = 0;
  await test.step('calls', async () => {
    const fromPage = await callFromPage(page, SEED, known, run);
    expect(fromPage.wrong, errors().join('\n')).toEqual([]);
    // Right ones are among them, and every kind of refusal.
    expect(Object.keys(fromPage.answers)).toEqual(
      expect.arrayContaining(['ok', 'bad-argument', 'not-found']),
    );
    const inMain = await callInMain(app, SEED + 1, known, { ...run, times: 60 });
    expect(inMain.wrong, errors().join('\n')).toEqual([]);
    tried += fromPage.tried + inMain.tried;
    process.stdout.write(`${JSON.stringify([fromPage.answers, inMain.answers])}\n`);
  });

  await test.step('addresses', async () => {
    const fetched = await fetchInMain(app, SEED + 2, known, { times: 400, canary: CANARY });
    expect(fetched.wrong, errors().join('\n')).toEqual([]);
    expect(Object.keys(fetched.statuses)).toEqual(
      expect.arrayContaining(['200', '206', '400', '404', '416']),
    );
    tried += fetched.tried + (await showInPage(page, SEED + 3, known, 40));
    process.stdout.write(`${JSON.stringify(fetched.statuses)}\n`);
  });

  await test.step('links in the place of files', async () => {
    if (process.platform === 'win32') return;
    const aside = join(scratch, 'aside');
    const thrown = (await noted(app)).trashed.length;
    const places = [
      ['swap.jpg', join(outside, 'secret.jpg'), ids[2]!],
      ['swap.jpg', join(outside, 'pipe.jpg'), ids[2]!],
      ['sub', join(outside, 'sub'), ids[3]!],
    ] as const;
    for (const [name, target, id] of places) {
      const place = join(folder, name);
      const only = { ...known, ids: [id] };
      const [media, thumb, play] = ['media', 'thumb', 'play'].map((scheme) => `${scheme}://r${root}/${id}`);
      const right = [media!, `${thumb}?size=preview`, `${thumb}?size=screen`, `${thumb}?size=large`, play!];
      const urls = { canary: CANARY, right };
      await withLink(place, target, aside, async () => {
        const { failed } = await page.evaluate(
          async ([of, file]) => {
            const answer = await window.gallery.call('files.trash', [
              { root: of!, ids: Uint32Array.of(file!) },
            ]);
            return answer.ok ? answer.value : { failed: [] };
          },
          [root, id],
        );
        expect(failed).toHaveLength(1);
        // And none of its bytes comes: neither at once nor when the link is known.
        for (const times of [16, 16])
          expect((await fetchInMain(app, SEED + 4, only, { ...urls, times })).wrong).toEqual([]);
      });
      // And swapped while requests are under way.
      const work = Promise.all([
        fetchInMain(app, SEED + 5, only, { ...urls, times: 64 }),
        callFromPage(page, SEED + 6, only, { ...run, times: 6 }),
      ]);
      expect(await whileSwapped(place, target, aside, work)).toBeGreaterThan(20);
      for (const { tried: more, wrong } of await work) {
        expect(wrong).toEqual([]);
        tried += more;
      }
    }
    expect((await noted(app)).trashed.slice(thrown).filter((path) => !path.startsWith(folder + sep))).toEqual(
      [],
    );
  });

  await test.step('what is left', async () => {
    process.stdout.write(`${tried} wrong inputs\n`);
    expect(tried).toBeGreaterThanOrEqual(10_000);
    const { handed, trashed, ended } = await noted(app);
    const [exe, resources] = await app.evaluate(({ app: electron }) => [
      electron.getPath('exe'),
      process.resourcesPath,
    ]);
    // Those of Chromium come with Electron.
    const licences = [dirname(exe), resources].map((at) => join(at, 'LICENSES.chromium.html'));
    const inside = (path: string) => `${path}${sep}`.startsWith(folder + sep);
    const own = (path: string) =>
      path.startsWith(join(scratch, 'logs')) || path.startsWith(userDataDir) || licences.includes(path);
    expect([...handed, ...trashed].filter((path) => !inside(path) && !own(path))).toEqual([]);
    // Workers that are to be restarted get a moment to end by themselves, which a busy computer may not leave them.
    const late =
      /home_gallery\.thumbnails - INFO - Home Gallery thumbnails \(pid \d+\) did not end within .* and was killed$/;
    const slow = lines(late).length;
    const killed = 'Home Gallery thumbnails: killed 9';
    expect(ended.filter((line) => line !== killed)).toEqual([]);
    expect(ended.length).toBeLessThanOrEqual(slow);
    expect(lines(/ failed after .* \((timeout|memory|crashed):/)).toEqual([]);
    expect(everythingIn(folder)).toEqual(before);
    expect(await complaints()).toEqual([]);
    // It goes on as if nothing had been.
    const bytes = await app.evaluate(async ({ net }, url) => {
      const answer = await net.fetch(url, { bypassCustomProtocolHandlers: false });
      return Buffer.from(await answer.arrayBuffer()).toString('base64');
    }, `media://r${root}/${ids[0]}`);
    expect(bytes).toBe(readFileSync(join(folder, 'a.jpg')).toString('base64'));
    await close();
    expect(errors()).toEqual([]);
  });
});
