// Runs in the window's isolated world, sandboxed: hands the page its one door, `window.gallery`.

import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { CALL_NAMES, EVENT_NAMES, type CallName, type GalleryApi } from '../shared/contract.js';
import type { Failure, Result } from '../shared/result.js';

const calls: ReadonlySet<string> = new Set(CALL_NAMES.filter((name) => name !== 'roots.addDropped'));
const events: ReadonlySet<string> = new Set(EVENT_NAMES);
const unknown = (name: string): Failure => ({
  ok: false,
  code: 'bad-argument',
  message: `There is no call ${name}.`,
});

const api: GalleryApi<File> = {
  call: (name, ...args) =>
    calls.has(name) ? (invoke(name, args) as Promise<never>) : Promise.resolve(unknown(name) as never),

  // The page cannot name a folder itself: a path comes from a File that the user dropped, or there is none.
  dropFolders: (files) => {
    const paths = [...files].map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '');
    return invoke('roots.addDropped', [paths]) as Promise<never>;
  },

  on: (name, listener) => {
    if (!events.has(name)) throw new Error(`There is no event ${String(name)}.`);
    if (typeof listener !== 'function') throw new TypeError('A listener is a function.');
    const forward = (_event: unknown, payload: unknown) => listener(payload as never);
    ipcRenderer.on(name, forward);
    return () => void ipcRenderer.off(name, forward);
  },
};

function invoke(name: CallName, args: readonly unknown[]): Promise<Result<unknown>> {
  return ipcRenderer.invoke(name, ...args) as Promise<Result<unknown>>;
}

contextBridge.exposeInMainWorld('gallery', api);
