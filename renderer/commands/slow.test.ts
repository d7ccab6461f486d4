// Tests of what is said while something that was asked for takes its time.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createActions } from '../state/actions.js';
import { createApp, type App } from '../state/app.js';
import { keyOf } from '../state/keys.js';
import type { CallName } from '../../electron/shared/contract.js';
import { fakeGallery, file, listingOf } from '../testing.js';
import { texts } from '../texts.js';
import { fileCommands } from './file-commands.js';
import { hideFolder } from './marking.js';
import { COMMAND_IDS, specOf, type CommandId } from './table.js';
import { windowCommands } from './window-commands.js';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { activeElement: null, getElementById: () => null });
  vi.stubGlobal('Element', class {});
  vi.stubGlobal('HTMLInputElement', class {});
  vi.stubGlobal('requestAnimationFrame', () => 0);
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it.each<[string, (app: App) => void]>([
  ['The file is being opened…', (app) => createActions(app).openExternally(keyOf(1, 1))],
  ['The folder is being opened…', (app) => createActions(app).showInFolder(keyOf(1, 1))],
  ['The folder is being hidden…', (app) => hideFolder(app, 1, 'a')],
])('says %s until that is done', async (sentence, run) => {
  let end: () => void = () => undefined;
  const slow = () => new Promise<void>((done) => (end = done));
  const app = createApp(
    fakeGallery({ 'files.openExternally': slow, 'files.showInFolder': slow, 'marks.hideFolder': slow }),
  );
  const shown = () => app.notices.get().map(({ message }) => message);
  run(app);
  await vi.advanceTimersByTimeAsync(0);
  expect(shown()).toEqual([]);
  await vi.advanceTimersByTimeAsync(400);
  expect(shown()).toEqual([sentence]);
  end();
  await vi.advanceTimersByTimeAsync(0);
  expect(shown()).not.toContain(sentence);
});

/** What opens a dialog of the system, in which one takes one's time. */
const DIALOGS: readonly CommandId[] = ['chooseFolder', 'exportMarks', 'importMarks'];

/** A window with a file that is selected, in a folder that is hidden, where everything can be done and nothing is ever answered. */
function stuck() {
  const calls: CallName[] = [];
  const gallery = fakeGallery({});
  gallery.call = (...asked) => {
    calls.push(asked[0]);
    return new Promise(() => undefined);
  };
  const app = createApp(gallery);
  app.library.preview(1, listingOf(file(1, { folder: 'a' })));
  app.roots.set([
    {
      id: 1,
      path: '/p',
      name: 'p',
      state: 'ready',
      files: 1,
      checkedAt: 0,
      watching: 'native',
      unread: 0,
      visited: true,
    },
  ]);
  app.thumbnailStatus.update((status) => ({ ...status, workers: 2, total: 3, failed: 1, bytes: 1 }));
  app.updates.set({ support: 'installs', page: null, state: { kind: 'found', version: '2.0.0' } });
  app.view.change({ place: { kind: 'folder', root: 1, path: '' } });
  app.pointedAt.set(keyOf(1, 1));
  const actions = createActions(app);
  app.commands.register('window', windowCommands(app, actions));
  app.commands.register('files', fileCommands(app, actions));
  calls.length = 0;
  return { app, calls, gallery };
}

const COMMANDS = COMMAND_IDS.filter((id) => specOf(id).scope === 'window' || specOf(id).scope === 'files');

it.each(COMMANDS)('says that %s goes on, if that is so', async (id) => {
  const { app, calls, gallery } = stuck();
  if (id === 'showFolder') {
    app.marks.hidden.set(new Map([[1, ['a']]]));
    app.pointedFolder.set({ root: 1, path: 'a' });
  }
  app.commands.run(id);
  await vi.advanceTimersByTimeAsync(0);
  const asked = calls.length > 0;
  if (DIALOGS.includes(id)) {
    await vi.advanceTimersByTimeAsync(60_000);
    expect(app.notices.get()).toEqual([]);
    gallery.emit('dialogs.chosen', {});
  }
  await vi.advanceTimersByTimeAsync(400);
  const said = app.notices.get().filter(({ message }) => message.endsWith('…'));
  expect([id, said.length]).toEqual([id, asked ? 1 : 0]);
});

it('no command has been left out because it could not be given', () => {
  const asking = COMMANDS.filter((id) => {
    const { app, calls } = stuck();
    app.marks.hidden.set(new Map([[1, id === 'showFolder' ? ['a'] : []]]));
    if (id === 'showFolder') app.pointedFolder.set({ root: 1, path: 'a' });
    app.commands.run(id);
    return calls.length > 0;
  });
  expect(asking.sort()).toEqual(
    [
      ...([
        'checkDisk',
        'checkFolder',
        'checkUpdates',
        'chooseFolder',
        'copyDiagnostics',
        'copyDiagnosticsWithPaths',
        'downloadUpdate',
        'copyFiles',
      ] as const),
      ...([
        'copyPath',
        'copyPlace',
        'dropCaches',
        'exportMarks',
        'favourite',
        'hideFolder',
        'importMarks',
      ] as const),
      ...([
        'keepFolder',
        'newWindow',
        'openExternally',
        'openLog',
        'pauseThumbnails',
        'rate0',
        'rate1',
      ] as const),
      ...([
        'rate2',
        'rate3',
        'rate4',
        'rate5',
        'rebuildThumbnail',
        'restartWorkers',
        'retryThumbnails',
      ] as const),
      ...(['showFolder', 'showInFolder'] as const),
    ].sort(),
  );
});

it('says it once of several at a time, until the last is over', async () => {
  const ends: (() => void)[] = [];
  const later = () => new Promise<void>((done) => ends.push(done));
  const app = createApp(fakeGallery({ 'roots.refresh': later }));
  app.roots.set([1, 2].map((id) => ({ id, path: `/${id}`, name: 'p', state: 'ready' })) as never);
  createActions(app).refreshAll();
  await vi.advanceTimersByTimeAsync(400);
  const shown = () => app.notices.get().map(({ message }) => message);
  expect(shown()).toEqual([texts.checkingFolders]);
  ends[0]!();
  await vi.advanceTimersByTimeAsync(0);
  expect(shown()).toEqual([texts.checkingFolders]);
  ends[1]!();
  await vi.advanceTimersByTimeAsync(0);
  expect(shown()).toEqual([]);
});
