// Renderer: the application menu as data, made from the table of commands.

import type { MenuEntry, MenuLine, MenuPart, MenuRole } from '../../electron/shared/menu.js';
import { texts } from '../texts.js';
import { accelerator, isMac } from './keys.js';
import type { Commands } from './registry.js';
import {
  LEAFING,
  PLAYBACK_GROUPS,
  REORDERING,
  SHOWING_GROUPS,
  SHOW_GROUPS,
  SIZES,
  SORT_GROUPS,
  VIEWER_GROUPS,
  type Groups,
} from './menu-groups.js';
import { commandName, keysOf, specOf, type CommandId } from './table.js';

const SEPARATOR: MenuLine = { kind: 'separator' };

export function appMenu(commands: Commands, mac = isMac()): readonly MenuPart[] {
  const key = (id: CommandId) => accelerator(keysOf(id, mac)[0]!);
  const command = (id: CommandId): MenuLine => ({
    kind: 'command',
    id,
    label: commandName(id),
    accelerator: key(id),
    enabled: commands.can(id),
    checked: specOf(id).marked === true ? commands.checked(id) : null,
  });
  const all = (...ids: readonly CommandId[]): MenuLine[] => ids.map(command);
  const apart = (groups: Groups): MenuLine[] =>
    groups.flatMap((group, index) => [...(index > 0 ? [SEPARATOR] : []), ...all(...group)]);
  /** What the system does by itself; by the key of a command, or by its own. */
  const role = (name: MenuRole, label: string, id?: CommandId): MenuEntry => ({
    ...{ kind: 'role', role: name, label },
    accelerator: id === undefined ? null : key(id),
  });
  const system = (name: MenuRole, id: CommandId): MenuEntry => role(name, commandName(id), id);
  const { appName } = texts;
  /** On macOS the first menu is the app's own, whatever its label says, and has what belongs to all of it. */
  const own: MenuPart = {
    label: appName,
    items: [
      role('about', texts.menuAbout(appName)),
      SEPARATOR,
      command('settings'),
      SEPARATOR,
      role('services', texts.menuServices),
      SEPARATOR,
      role('hide', texts.menuHide(appName)),
      role('hideOthers', texts.menuHideOthers),
      role('unhide', texts.menuShowAll),
      SEPARATOR,
      role('quit', texts.menuQuitApp(appName)),
    ],
  };
  return [
    ...(mac ? [own] : []),
    {
      label: texts.menuFile,
      items: [
        ...all('newWindow', 'chooseFolder', 'checkDisk'),
        SEPARATOR,
        ...all('checkFolder', 'showFolder', 'keepFolder', 'removeFolder'),
        SEPARATOR,
        ...all('exportMarks', 'importMarks'),
        SEPARATOR,
        ...all('pauseThumbnails', 'retryThumbnails', 'clearThumbnails', 'restartWorkers', 'dropCaches'),
        SEPARATOR,
        ...(mac
          ? [system('close', 'closeWindow')]
          : [command('settings'), SEPARATOR, system('quit', 'quit')]),
      ],
    },
    {
      label: texts.menuEdit,
      items: [
        ...all('undo'),
        role('redo', texts.menuRedo),
        SEPARATOR,
        role('cut', texts.menuCut),
        role('copy', texts.menuCopy),
        role('paste', texts.menuPaste),
        SEPARATOR,
        ...all('selectAll', 'clearSelection'),
      ],
    },
    {
      label: texts.menuFiles,
      items: [
        ...all('open', 'toggleSelected'),
        SEPARATOR,
        ...all('favourite', 'tag'),
        SEPARATOR,
        ...all('rate0', 'rate1', 'rate2', 'rate3', 'rate4', 'rate5'),
        SEPARATOR,
        ...all('copyFiles', 'copyPath', 'copyPlace', 'showInFolder', 'openExternally'),
        SEPARATOR,
        ...all('rebuildThumbnail', 'hideFolder'),
        SEPARATOR,
        ...all('trash'),
      ],
    },
    {
      label: texts.menuView,
      items: [
        ...all('goBack', 'goForward', 'folderUp'),
        SEPARATOR,
        ...all('home', 'all', 'browse', 'favourites', 'videos', 'shuffle'),
        ...all('newest', 'recent', 'duplicates', 'day'),
        SEPARATOR,
        ...all('search', 'searchEverywhere'),
        {
          kind: 'menu',
          label: texts.sortBy,
          items: apart([...SORT_GROUPS, REORDERING]),
        },
        {
          kind: 'menu',
          label: texts.show,
          items: apart(SHOW_GROUPS),
        },
        ...all('cards'),
        SEPARATOR,
        ...all('sidebar', 'foldSidebar', 'problems', 'activity'),
        SEPARATOR,
        ...all(...SIZES, 'previousPage', 'nextPage'),
        SEPARATOR,
        ...all('slideshow'),
        {
          kind: 'menu',
          label: texts.showOptions,
          items: apart(SHOWING_GROUPS),
        },
        {
          kind: 'menu',
          label: texts.commandGroups.viewer,
          items: apart([LEAFING, ...VIEWER_GROUPS]),
        },
        SEPARATOR,
        role('togglefullscreen', texts.menuFullScreen, 'fullScreen'),
      ],
    },
    {
      label: texts.menuPlayback,
      items: apart(PLAYBACK_GROUPS),
    },
    {
      label: texts.menuWindow,
      role: 'window',
      items: [system('minimize', 'minimize'), system('close', 'closeWindow')],
    },
    {
      label: texts.menuHelp,
      role: 'help',
      items: [
        ...all('shortcuts', 'checkUpdates', 'downloadUpdate', 'licences'),
        SEPARATOR,
        ...all('copyDiagnostics', 'copyDiagnosticsWithPaths'),
        { kind: 'log', label: texts.menuLog, accelerator: key('openLog') },
      ],
    },
  ];
}
