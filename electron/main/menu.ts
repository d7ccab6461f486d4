// Runs in main: the application menu. Electron's default one would take Ctrl +/- away from the grid's zoom.

import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Words } from './words.js';

export interface MenuActions {
  readonly newWindow: () => void;
  readonly chooseFolder: () => void;
  readonly checkDisk: () => void;
  readonly openSettings: () => void;
  readonly openLog: () => void;
}

/** Sets the menu; on Windows and Linux it shows while Alt is pressed. */
export function setMenu(actions: MenuActions, texts: Words['texts']): void {
  const mac: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  const developer: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [{ type: 'separator' }, { role: 'toggleDevTools' }, { role: 'forceReload' }];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...mac,
      {
        label: texts.menuFile,
        submenu: [
          { label: texts.menuNewWindow, accelerator: 'CmdOrCtrl+N', click: actions.newWindow },
          { label: texts.menuChoose, accelerator: 'CmdOrCtrl+O', click: actions.chooseFolder },
          { label: texts.menuCheck, accelerator: 'CmdOrCtrl+R', click: actions.checkDisk },
          { label: texts.menuSettings, accelerator: 'CmdOrCtrl+,', click: actions.openSettings },
          { type: 'separator' },
          process.platform === 'darwin' ? { role: 'close' } : { role: 'quit', label: texts.menuQuit },
        ],
      },
      {
        label: texts.menuEdit,
        submenu: [
          { role: 'undo', label: texts.menuUndo },
          { role: 'redo', label: texts.menuRedo },
          { type: 'separator' },
          { role: 'cut', label: texts.menuCut },
          { role: 'copy', label: texts.menuCopy },
          { role: 'paste', label: texts.menuPaste },
          { role: 'selectAll', label: texts.menuSelectAll },
        ],
      },
      {
        label: texts.menuView,
        submenu: [{ role: 'togglefullscreen', label: texts.menuFullScreen }, ...developer],
      },
      {
        role: 'window',
        label: texts.menuWindow,
        submenu: [
          { role: 'minimize', label: texts.menuMinimize },
          { role: 'close', label: texts.menuClose },
        ],
      },
      { role: 'help', label: texts.menuHelp, submenu: [{ label: texts.menuLog, click: actions.openLog }] },
    ]),
  );
}
