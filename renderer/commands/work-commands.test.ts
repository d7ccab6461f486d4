// Tests of which commands about the work in the background make sense, and of what is said where nothing else shows what they did.

import { expect, it, vi } from 'vitest';
import { createApp } from '../state/app.js';
import { createActions, type Actions } from '../state/actions.js';
import { fakeGallery } from '../testing.js';
import { workCommands } from './work-commands.js';

function commandsOn(now: object) {
  const gallery = fakeGallery({ 'library.invalidate': () => 7 });
  const app = createApp(gallery);
  app.thumbnailStatus.update((status) => ({ ...status, ...now }));
  app.roots.set([{ id: 1, path: '/p', name: 'p', state: 'ready', visited: false }] as never);
  const retryThumbnail = vi.fn();
  const commands = workCommands(app, { retryThumbnail } as unknown as Actions);
  const said = () => app.notices.get().map(({ message }) => message);
  return { app, commands, said, retryThumbnail, calls: gallery.calls };
}

it('pauses and resumes thumbnails, and says so where the status line does not', () => {
  const { app, commands, calls, said } = commandsOn({ workers: 2, total: 3, done: 2 });
  commands.pauseThumbnails.run();
  expect([calls, said()]).toEqual([[['thumbnails.pause', true]], []]);
  app.thumbnailStatus.update((status) => ({ ...status, failed: 1 }));
  commands.pauseThumbnails.run();
  app.thumbnailStatus.update((status) => ({ ...status, paused: true }));
  expect(commands.pauseThumbnails.checked?.()).toBe(true);
  commands.pauseThumbnails.run();
  expect(calls.at(-1)).toEqual(['thumbnails.pause', false]);
  expect(said()).toEqual(['Making thumbnails is paused.', 'Making thumbnails goes on.']);
});

it('asks for nothing of workers that are switched off', () => {
  const { commands } = commandsOn({ workers: 0 });
  expect([commands.pauseThumbnails.can?.(), commands.restartWorkers.can?.()]).toEqual([false, false]);
});

it('tries again what failed, if anything did', () => {
  const { app, commands, said, retryThumbnail } = commandsOn({ workers: 2 });
  expect(commands.retryThumbnails.can?.()).toBe(false);
  app.problemCount.set(1);
  expect(commands.retryThumbnails.can?.()).toBe(true);
  app.problemCount.set(0);
  app.thumbnailStatus.update((status) => ({ ...status, failed: 1 }));
  expect(commands.retryThumbnails.can?.()).toBe(true);
  commands.retryThumbnails.run();
  expect(retryThumbnail).toHaveBeenCalledExactlyOnceWith(null);
  expect(said()).toEqual(['What failed is tried again.']);
});

it('says what became of caches, workers and what was copied', async () => {
  const { commands, calls, said } = commandsOn({ workers: 2 });
  commands.dropCaches.run();
  commands.restartWorkers.run();
  commands.copyDiagnostics.run();
  commands.copyDiagnosticsWithPaths.run();
  expect(calls).toEqual([
    ['library.invalidate', null],
    ['activity.restartWorkers', null],
    ['activity.copyDiagnostics', false],
    ['activity.copyDiagnostics', true],
  ]);
  await vi.waitFor(() =>
    expect(said()).toEqual(['7 entries invalidated.', 'The workers are being restarted.', 'Copied.']),
  );
});

it.each(['pauseThumbnails', 'retryThumbnails', 'restartWorkers', 'dropCaches'] as const)(
  'whoever shows what %s does waits until it has been answered',
  async (id) => {
    const answers: (() => void)[] = [];
    const later = () => new Promise<number>((resolve) => answers.push(() => resolve(7)));
    const app = createApp(
      fakeGallery({
        ...{ 'thumbnails.pause': later, 'thumbnails.retry': later },
        ...{ 'activity.restartWorkers': later, 'library.invalidate': later },
      }),
    );
    app.thumbnailStatus.update((status) => ({ ...status, workers: 2, total: 3, failed: 1 }));
    app.roots.set([1, 2].map((root) => ({ id: root, path: '/p', name: 'p', state: 'ready' })) as never);
    app.commands.register('window', workCommands(app, createActions(app)) as never);
    let finished = false;
    const waiting = app.commands.finish(id).then(() => (finished = true));
    const [first, ...others] = answers;
    others.forEach((answer) => answer());
    await new Promise((resolve) => setImmediate(resolve));
    expect(finished).toBe(false);
    first!();
    await waiting;
  },
);
