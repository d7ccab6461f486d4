// Tests of the commands that say how a slideshow goes on: what is saved, and what is said of it.

import { expect, it, vi } from 'vitest';
import { AppError } from '../../../electron/shared/result.js';
import { createApp } from '../../state/app.js';
import { fakeGallery } from '../../testing.js';
import { showingCommands } from './showingCommands.js';

function commandsOn(answers: Parameters<typeof fakeGallery>[0] = {}) {
  const gallery = fakeGallery(answers);
  const app = createApp(gallery);
  const said = () => app.notices.get().map(({ message }) => message);
  return { app, commands: showingCommands(app), calls: gallery.calls, said };
}

it('shows each photo longer or shorter, in the steps that the viewer offers, as far as they go', async () => {
  const { app, commands, calls, said } = commandsOn();
  commands.showSlower.run();
  commands.showFaster.run();
  expect(calls).toEqual([
    ['options.set', 'slideshowSeconds', 10],
    // From what was chosen just before, whether or not it is saved yet.
    ['options.set', 'slideshowSeconds', 5],
  ]);
  await vi.waitFor(() => expect(said()).toEqual(['Each photo is shown for 5 s']));
  const can = (slideshowSeconds: number) => {
    app.options.update((now) => ({ ...now, slideshowSeconds }));
    return [commands.showSlower.can?.(), commands.showFaster.can?.()];
  };
  expect([can(3), can(20), can(60)]).toEqual([
    [true, false],
    [true, true],
    [false, true],
  ]);
});

it('shuffles and goes in order again, with a mark while it is shuffled', async () => {
  const { app, commands, calls, said } = commandsOn();
  expect(commands.showShuffled.checked?.()).toBe(false);
  commands.showShuffled.run();
  await vi.waitFor(() => expect(said()).toEqual(['Order of the slideshow: Shuffled']));
  app.options.update((now) => ({ ...now, slideshowOrder: 'shuffle' }));
  expect(commands.showShuffled.checked?.()).toBe(true);
  commands.showShuffled.run();
  await vi.waitFor(() => expect(said()).toEqual(['Order of the slideshow: In order']));
  expect(calls.map(([, , order]) => order)).toEqual(['shuffle', 'shown']);
});

it('says only why it could not be saved', async () => {
  const refuse = () => Promise.reject(new AppError('unreadable', 'The settings cannot be saved.'));
  const { commands, said } = commandsOn({ 'options.set': refuse });
  commands.showSlower.run();
  await vi.waitFor(() => expect(said()).toEqual(['The settings cannot be saved.']));
});
