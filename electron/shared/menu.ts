// Shared by main and the window: the application menu as data. The window makes it, because it knows words, keys and what can be
// done; main shows it.

export const MENU_ROLES = [
  ...([
    'about',
    'services',
    'hide',
    'hideOthers',
    'unhide',
    'redo',
    'cut',
    'copy',
    'paste',
    'selectAll',
    'togglefullscreen',
    'minimize',
    'close',
    'quit',
  ] as const),
] as const;
export type MenuRole = (typeof MENU_ROLES)[number];

/** What stands in a menu but for other menus. */
export type MenuLine = Exclude<MenuEntry, { kind: 'menu' }>;

export type MenuEntry =
  | { readonly kind: 'separator' }
  /** What the system does by itself. */
  | {
      readonly kind: 'role';
      readonly role: MenuRole;
      readonly label: string;
      /** As Electron writes it; null: the one that the system has for it, if any. */
      readonly accelerator: string | null;
    }
  /** Told to the window as `menu.command`. */
  | {
      readonly kind: 'command';
      readonly id: string;
      readonly label: string;
      /** As Electron writes it; the window hears the key itself. */
      readonly accelerator: string | null;
      readonly enabled: boolean;
      /** Whether it has a mark; null: it never has one. */
      readonly checked: boolean | null;
    }
  /** A menu in the menu; there is none in it. */
  | { readonly kind: 'menu'; readonly label: string; readonly items: readonly MenuLine[] }
  /** Main's own: the log file. */
  | { readonly kind: 'log'; readonly label: string; readonly accelerator: string | null };

export type MenuCommand = Extract<MenuLine, { kind: 'command' }>;

export interface MenuPart {
  readonly label: string;
  /** The parts that systems treat in their own way. */
  readonly role?: 'window' | 'help' | undefined;
  readonly items: readonly MenuEntry[];
}

/** The commands of a menu, also those in menus in it. */
export const menuCommands = (menu: readonly MenuPart[]): readonly MenuCommand[] =>
  menu
    .flatMap(({ items }) => items)
    .flatMap((entry) => (entry.kind === 'menu' ? entry.items : [entry]))
    .filter((entry) => entry.kind === 'command');
