// Renderer: commands that can always be given, their keys, and what is chosen in the application menu.

import { useEffect } from 'react';
import { useApp } from '../state/app.js';
import { useActions } from '../state/useActions.js';
import { fileCommands } from './file-commands.js';
import { giveEscapeLater, OVER } from './late-escape.js';
import { canBeSeen, isArrowWithMore, press } from './press.js';
import { COMMAND_IDS, specOf, type CommandId } from './table.js';
import { useAppMenu } from './useAppMenu.js';
import { windowCommands } from './window-commands.js';

export function useCommands(): void {
  const app = useApp();
  const actions = useActions();
  const { commands, gallery, notices, updates } = app;
  useEffect(() => {
    const ends = [
      commands.register('window', windowCommands(app, actions)),
      commands.register('files', fileCommands(app, actions)),
      gallery.on('menu.command', ({ id }) => {
        if ((COMMAND_IDS as readonly string[]).includes(id)) commands.run(id as CommandId);
      }),
      gallery.on('updates.status', (status) => updates.set(status)),
    ];
    gallery.call('updates.status').then((status) => updates.set(status), notices.report);
    return () => ends.forEach((end) => end());
  }, [app, actions, commands, gallery, notices, updates]);
  useEffect(() => {
    const give = (event: KeyboardEvent) => {
      // Nothing behind a dialog or the viewer (whose own keys have been heard before) should move.
      const behind = document.querySelector(OVER) !== null;
      const isMeant = (id: CommandId) => canBeSeen(id) && (specOf(id).everywhere === true || !behind);
      press(commands, event, ['files', 'pages', 'window'], isMeant);
    };
    const listen = (event: KeyboardEvent) => {
      give(event);
      giveEscapeLater(event);
    };
    const early = (event: KeyboardEvent) => isArrowWithMore(event) && give(event);
    window.addEventListener('keydown', early, { capture: true });
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', early, { capture: true });
      window.removeEventListener('keydown', listen);
    };
  }, [commands]);
  useAppMenu();
}
