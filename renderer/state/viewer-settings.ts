// Renderer: how the viewer shows things, kept by the window itself from one run to the next.

import { Store } from './store.js';

export interface ViewerSettings {
  readonly muted: boolean;
  /** 0 to 1. */
  readonly volume: number;
  /** Videos begin again at their end. */
  readonly loop: boolean;
  readonly filmstrip: boolean;
}

export const initialSettings: ViewerSettings = {
  muted: false,
  volume: 1,
  loop: false,
  filmstrip: false,
};

const NAME = 'home-gallery.viewer';

type Kept = Pick<Storage, 'getItem' | 'setItem'>;

/** The settings that were saved; whatever of them does not make sense is as at first start. */
export class ViewerSettingsStore extends Store<ViewerSettings> {
  constructor(private readonly storage: Kept) {
    super(restore(storage.getItem(NAME)));
  }

  /** Changes some of them, and saves these: the others are as another window may have saved them. */
  change(part: Partial<ViewerSettings>): void {
    const now = this.get();
    const keys = Object.keys(part) as (keyof ViewerSettings)[];
    if (keys.every((key) => now[key] === part[key])) return;
    this.set({ ...now, ...part });
    this.storage.setItem(NAME, JSON.stringify({ ...restore(this.storage.getItem(NAME)), ...part }));
  }
}

const stores = new WeakMap<Kept, ViewerSettingsStore>();

/** The settings in a storage. */
export function viewerSettings(storage: Kept): ViewerSettingsStore {
  const store = stores.get(storage) ?? new ViewerSettingsStore(storage);
  stores.set(storage, store);
  return store;
}

function restore(text: string | null): ViewerSettings {
  let saved: Readonly<Partial<Record<keyof ViewerSettings, unknown>>>;
  try {
    saved = (JSON.parse(text ?? '{}') ?? {}) as typeof saved;
  } catch {
    // Written by another version or cut short: nothing of worth is lost.
    return initialSettings;
  }
  const { volume } = saved;
  return {
    muted: saved.muted === true,
    volume: typeof volume === 'number' && volume >= 0 && volume <= 1 ? volume : initialSettings.volume,
    loop: saved.loop === true,
    filmstrip: saved.filmstrip === true,
  };
}
