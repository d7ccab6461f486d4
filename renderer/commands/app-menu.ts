// Renderer: the application menu as data, made from the table of commands.

import type { MenuEntry, MenuLine, MenuPart, MenuRole } from '../../electron/shared/menu.js';
import { texts } from '../texts.js';
import { accelerator, isMac } from './keys.js';
import type { Commands } from './registry.js';
import { SORTS, ORDERS } from '../state/view.js';
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
  const all = (...ids: CommandId[]): MenuLine[] => ids.map(command);
  const role = (name: MenuRole, label: string): MenuEntry => ({ kind: 'role', role: name, label });
  const sorts = SORTS.flatMap((sort, index): MenuLine[] => {
    const other = index > 0 && ORDERS[sort].by !== ORDERS[SORTS[index - 1]!].by;
    return [...(other ? [SEPARATOR] : []), command(`sort-${sort}`)];
  });
  return [
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
        ...all('settings'),
        SEPARATOR,
        mac ? role('close', texts.menuClose) : role('quit', texts.menuQuit),
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
          items: [...sorts, SEPARATOR, ...all('shuffleAgain', 'reorder', 'sort')],
        },
        {
          kind: 'menu',
          label: texts.show,
          items: [
            ...all('show-all', 'show-photo', 'show-video'),
            SEPARATOR,
            ...all('showFavourites', 'showRated', 'showLocated'),
            SEPARATOR,
            ...all('filter', 'clearFilters'),
          ],
        },
        ...all('cards'),
        SEPARATOR,
        ...all('sidebar', 'foldSidebar', 'problems', 'activity'),
        SEPARATOR,
        ...all('larger', 'smaller', 'usual', 'previousPage', 'nextPage'),
        SEPARATOR,
        ...all(
          'slideshow',
          'info',
          'wholeMap',
          'filmstrip',
          'zoomIn',
          'zoomOut',
          'actualSize',
          'turnRight',
          'turnLeft',
          'live',
        ),
        SEPARATOR,
        role('togglefullscreen', texts.menuFullScreen),
      ],
    },
    {
      label: texts.menuPlayback,
      items: [
        ...all('play', 'back', 'forth', 'frameBack', 'frameForth'),
        SEPARATOR,
        ...all('slower', 'faster', 'loop', 'mute'),
      ],
    },
    {
      label: texts.menuWindow,
      role: 'window',
      items: [role('minimize', texts.menuMinimize), role('close', texts.menuClose)],
    },
    {
      label: texts.menuHelp,
      role: 'help',
      items: [
        ...all('shortcuts', 'checkUpdates', 'licences', 'copyDiagnostics'),
        { kind: 'log', label: texts.menuLog, accelerator: key('openLog') },
      ],
    },
  ];
}
