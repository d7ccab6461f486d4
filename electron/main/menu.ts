// Runs in main: the application menu, as the window in front describes it. Electron's default one would take Ctrl +/- away from
// the grid's zoom.

import { app, BrowserWindow, Menu, type MenuItem, type MenuItemConstructorOptions } from 'electron';
import { menuCommands, type MenuEntry, type MenuPart } from '../shared/menu.js';

export interface MenuActions {
  readonly openLog: () => void;
  /** A command was chosen while this window was in front; null: while there was none, as macOS has it. */
  readonly run: (window: BrowserWindow | null, id: string) => void;
}

export class AppMenu {
  /** By id of the window's contents. */
  private readonly menus = new Map<number, readonly MenuPart[]>();
  /** What is shown, but for what is enabled and what has a mark. */
  private shape = '';

  constructor(
    private readonly actions: MenuActions,
    private readonly platform = process.platform,
  ) {
    // Until a window has said what there is, there is nothing: Electron's own menu would reload the page.
    Menu.setApplicationMenu(null);
    app.on('browser-window-focus', (_event, window) => this.show(window.webContents.id));
    app.on('web-contents-created', (_event, contents) => {
      const { id } = contents;
      contents.once('destroyed', () => this.menus.delete(id));
    });
  }

  /** What the menu of a window is from now on. On Windows and Linux it shows while Alt is pressed. */
  set(contents: number, menu: readonly MenuPart[]): void {
    this.menus.set(contents, menu);
    const focused = BrowserWindow.getFocusedWindow();
    if (!focused || focused.webContents.id === contents) this.show(contents);
  }

  private show(contents: number): void {
    const menu = this.menus.get(contents);
    if (!menu) return;
    const shape = JSON.stringify(menu, (key, value: unknown) => (typeof value === 'boolean' ? key : value));
    const current = Menu.getApplicationMenu();
    if (shape === this.shape && current) return follow(current, menu);
    this.shape = shape;
    Menu.setApplicationMenu(Menu.buildFromTemplate(this.template(menu)));
  }

  /** The system turns the mark that is clicked; only the window knows what follows. */
  private correct(item: MenuItem): void {
    const focused = BrowserWindow.getFocusedWindow();
    const menu = this.menus.get(focused?.webContents.id ?? -1) ?? [];
    const entry = menuCommands(menu).find(({ id }) => id === item.id);
    if (entry?.checked != null) item.checked = entry.checked;
  }

  private template(menu: readonly MenuPart[]): MenuItemConstructorOptions[] {
    const developer: MenuItemConstructorOptions[] = [{ type: 'separator' }, { role: 'toggleDevTools' }];
    return menu.map(({ label, role, items }): MenuItemConstructorOptions => {
      const submenu = items.map((item) => this.item(item));
      const more = role === 'help' && !app.isPackaged ? developer : [];
      return { label, ...(role && { role }), submenu: [...submenu, ...more] };
    });
  }

  private item(entry: MenuEntry): MenuItemConstructorOptions {
    switch (entry.kind) {
      case 'separator':
        return { type: 'separator' };
      case 'role':
        return {
          ...{ role: entry.role, label: entry.label },
          // Heard by the menu: Windows has no key of its own to quit.
          ...(entry.accelerator !== null && { accelerator: entry.accelerator }),
        };
      case 'log':
        return {
          ...{ label: entry.label, click: this.actions.openLog },
          ...this.acceleratorOf(entry.accelerator),
        };
      case 'menu':
        return { label: entry.label, submenu: entry.items.map((line) => this.item(line)) };
      case 'command': {
        const { id, label, enabled, checked } = entry;
        return {
          ...{ id, label, enabled },
          ...this.acceleratorOf(entry.accelerator),
          // Not `radio`, which gives a mark to the first of a group that has none.
          ...(checked !== null && { type: 'checkbox' as const, checked }),
          click: (item, window) => {
            this.correct(item);
            const target = window instanceof BrowserWindow ? window : BrowserWindow.getFocusedWindow();
            this.actions.run(target, id);
          },
        };
      }
    }
  }

  /**
   * Only shown, because the window knows better what a key means where; macOS registers it all the same, so nothing there that types or
   * edits in fields: Alt writes characters, and Cmd with Backspace takes a line away.
   */
  private acceleratorOf(accelerator: string | null): Pick<MenuItemConstructorOptions, 'accelerator'> {
    if (accelerator === null) return {};
    if (this.platform === 'darwin' && !/^(CmdOrCtrl|Control)\+(?!Backspace)/.test(accelerator)) return {};
    return { accelerator, registerAccelerator: false } as Pick<MenuItemConstructorOptions, 'accelerator'>;
  }
}

function follow(shown: Menu, menu: readonly MenuPart[]): void {
  for (const { id, enabled, checked } of menuCommands(menu)) {
    const item = shown.getMenuItemById(id);
    if (!item) continue;
    item.enabled = enabled;
    if (checked !== null) item.checked = checked;
  }
}
