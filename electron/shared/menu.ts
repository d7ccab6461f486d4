// Shared by main and the window: the application menu as data. The window makes it, because it knows words, keys and what can be
// done; main shows it.

export const MENU_ROLES = [
  ...([
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

export type MenuEntry =
  | { readonly kind: 'separator' }
  /** What the system does by itself. */
  | { readonly kind: 'role'; readonly role: MenuRole; readonly label: string }
  /** Told to the window as `menu.command`. */
  | {
      readonly kind: 'command';
      readonly id: string;
      readonly label: string;
      /** As Electron writes it; the window hears the key itself. */
      readonly accelerator: string | null;
      readonly enabled: boolean;
    }
  /** Main's own: the log file. */
  | { readonly kind: 'log'; readonly label: string };

export interface MenuPart {
  readonly label: string;
  /** The parts that systems treat in their own way. */
  readonly role?: 'window' | 'help' | undefined;
  readonly items: readonly MenuEntry[];
}
