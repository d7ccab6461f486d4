// Runs in main: the commands that work without a window, by name. Made into the parser, `--help` and the docs.

export const COMMANDS = {
  scan: { path: true, about: 'Reads a folder and tells what is in it' },
  thumbs: { path: true, about: 'Makes the thumbnails of a folder' },
  stats: { path: false, about: 'Tells what is kept: folders, index, thumbnails' },
  diagnose: { path: false, about: 'Tells whether everything that the app needs is there' },
} as const satisfies Record<string, { readonly path: boolean; readonly about: string }>;

export type CommandName = keyof typeof COMMANDS;
