// Runs in main: what the app remembers between starts, in one JSON file in the user's folder.

import { copyFileSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { writeAtomic } from '../node/atomic-write.js';
import { SETTINGS_VERSION } from '../shared/data-versions.js';

const bounds = z.object({
  x: z.number().optional(),
  y: z.number().optional(),
  width: z.number().min(320).max(20_000),
  height: z.number().min(240).max(20_000),
  maximized: z.boolean(),
});

const settingsSchema = z.object({
  version: z.literal(SETTINGS_VERSION),
  nextRootId: z.number().int().positive(),
  /** Chosen folders: the id stays with the folder for good. */
  roots: z.array(
    z.object({
      id: z.number().int().positive(),
      path: z.string().min(1),
      real: z.string().min(1).optional(),
    }),
  ),
  /** Folders a person went to last, absolute, the last one first. */
  recentFolders: z.array(z.string()).optional().catch(undefined),
  /** Of the window that was closed last. Not worth losing the chosen folders for. */
  window: bounds.optional().catch(undefined),
  /** Windows that were open, by the numbers under which they keep their views. */
  windows: z
    .array(z.object({ number: z.number().int().positive(), bounds: bounds.optional() }))
    .optional()
    .catch(undefined),
  /** A person stopped the making of thumbnails in the background. */
  thumbnailsPaused: z.boolean().optional().catch(undefined),
  /** When a newer version was looked for last, milliseconds since 1970. */
  updatesCheckedAt: z.number().optional().catch(undefined),
  /** What was chosen in the settings dialog, by the name of the option; options/resolve.ts checks each. */
  options: z.unknown().optional(),
});

export type SavedSettings = z.infer<typeof settingsSchema>;
export type WindowBounds = z.infer<typeof bounds>;

const DEFAULTS: SavedSettings = { version: SETTINGS_VERSION, nextRootId: 1, roots: [] };

/** Saved settings. Changes are written one after the other, each as a whole. */
export class Settings {
  private writing: Promise<void> = Promise.resolve();

  private constructor(
    /** Null: nothing is saved. */
    private readonly file: string | null,
    private current: SavedSettings,
    private readonly onError: (error: unknown) => void,
    /** A sentence about settings that could not be used, or null. */
    readonly notice: string | null,
  ) {}

  /**
   * Reads the settings; damaged ones are set aside, kept, and replaced by defaults. Synchronous, because it happens before
   * there is a window, and even the log depends on it.
   */
  static open(folder: string, onError: (error: unknown) => void): Settings {
    const file = join(folder, 'settings.json');
    let parsed: SavedSettings | null;
    try {
      parsed = parse(readFileSync(file, 'utf8'));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT') return new Settings(file, DEFAULTS, onError, null);
      if (code !== 'EISDIR') {
        // It may be sound: what cannot be read is not written over either.
        const notice = `The saved settings cannot be read (${code ?? String(error)}). The app starts without them, and saves none. Allow reading ${file}, then start the app again.`;
        return new Settings(null, DEFAULTS, onError, notice);
      }
      parsed = null;
    }
    if (parsed) return new Settings(file, parsed, onError, null);
    const aside = freeName(folder);
    try {
      renameSync(file, aside);
    } catch (error) {
      const notice = `The saved settings are damaged and cannot be moved (${String(error)}). The app starts without them, and saves none. Move ${file} away by hand, then start the app again.`;
      return new Settings(null, DEFAULTS, onError, notice);
    }
    const notice = `The saved settings were damaged. They were kept as ${aside}, and the app starts anew. Add your folders again.`;
    return new Settings(file, DEFAULTS, onError, notice);
  }

  get value(): SavedSettings {
    return this.current;
  }

  /** Changes the settings now and writes them soon; a failed write is told to `onError`. */
  update(change: Partial<SavedSettings>): void {
    this.current = { ...this.current, ...change };
    const { file } = this;
    if (file === null) return;
    const text = `${JSON.stringify(this.current, null, 2)}\n`;
    this.writing = this.writing.then(() => writeAtomic(file, text)).catch(this.onError);
  }

  /** Keeps a copy of the file as it is, under a name of its own; one that cannot be made is told to `onError`. */
  keepCopy(): void {
    const { file } = this;
    if (file === null) return;
    try {
      copyFileSync(file, freeName(dirname(file)));
    } catch (error) {
      this.onError(error);
    }
  }

  /** Resolves when everything is on disk. */
  flush(): Promise<void> {
    return this.writing;
  }
}

/** A name that takes no earlier file's place. */
function freeName(folder: string): string {
  const taken = new Set(readdirSync(folder));
  for (let number = 1; ; number++) {
    const name = `settings.damaged${number === 1 ? '' : `-${number}`}.json`;
    if (!taken.has(name)) return join(folder, name);
  }
}

function parse(text: string): SavedSettings | null {
  try {
    return settingsSchema.parse(JSON.parse(text));
  } catch {
    // Neither JSON nor ours: the caller sets the file aside and says so.
    return null;
  }
}
