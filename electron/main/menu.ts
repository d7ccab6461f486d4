// Runs in main: the application menu. Electron's default one would take Ctrl +/- away from the grid's zoom.

import { app, Menu, type MenuItemConstructorOptions } from 'electron';

export interface MenuActions {
  readonly chooseFolder: () => void;
  readonly checkDisk: () => void;
  readonly openLog: () => void;
}

/** Sets the menu; on Windows and Linux it shows while Alt is pressed. */
export function setMenu(actions: MenuActions): void {
  const mac: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  const developer: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [{ type: 'separator' }, { role: 'toggleDevTools' }, { role: 'forceReload' }];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...mac,
      {
        label: '&File',
        submenu: [
          { label: 'Choose Folder…', accelerator: 'CmdOrCtrl+O', click: actions.chooseFolder },
          { label: 'Check Disk Now', accelerator: 'CmdOrCtrl+R', click: actions.checkDisk },
          { type: 'separator' },
          process.platform === 'darwin' ? { role: 'close' } : { role: 'quit' },
        ],
      },
      { role: 'editMenu' },
      { label: '&View', submenu: [{ role: 'togglefullscreen' }, ...developer] },
      { role: 'windowMenu' },
      { role: 'help', submenu: [{ label: 'Open Log File', click: actions.openLog }] },
    ]),
  );
}
