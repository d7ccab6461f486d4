// Runs in main: what follows at once when a person changes an option, and what the page is told before it draws.

import { nativeTheme } from 'electron';
import type { OptionName } from '../../shared/options.js';
import { queryOf } from '../../shared/page-start.js';
import type { Send } from '../ipc/send.js';
import { setTtl, type LibraryCaches } from '../library/caches.js';
import { setLogLevel, setLogToFile } from '../log.js';
import type { Speech } from '../speech.js';
import type { Words } from '../words.js';
import type { Options } from './options.js';

export interface Followers {
  readonly options: Options;
  readonly caches: LibraryCaches;
  readonly speech: Speech;
  /** Keeps to the space that thumbnails may take now. */
  readonly followSpace: () => void;
  /** Begins or ends to look for updates. */
  readonly followUpdates: () => void;
  readonly send: Send;
}

/** Follows changes from now on. */
export function followOptions({ options, caches, speech, send, ...tell }: Followers): void {
  const follow = (name: OptionName): void => {
    switch (name) {
      case 'theme':
        nativeTheme.themeSource = options.get('theme');
        return;
      case 'cacheTtl':
        return setTtl(caches, options.get('cacheTtl') * 1000);
      case 'thumbnailSpace':
        return tell.followSpace();
      case 'updates':
        return tell.followUpdates();
      case 'logLevel':
        return setLogLevel(options.get('logLevel'));
      case 'logToFile':
        return setLogToFile(options.get('logToFile'), options.get('logLevel'));
      case 'language':
        // Never rejects: what cannot be read is told, and the usual words are taken.
        void speech.change(options.get('language')).then(({ language, locale, own }) => {
          send('words.changed', { language, locale, own });
        });
        return;
      case 'zoom':
      case 'placeholder':
      case 'itemsPerPage':
      case 'slideshowSeconds':
      case 'slideshowOrder':
        // The page's own: it is told below.
        return;
      case 'mediaDirs':
      case 'userDataDir':
      case 'cache':
      case 'workers':
      case 'workerThreads':
      case 'thumbnailDir':
      case 'ffmpeg':
      case 'logDir':
        // After a restart.
        return;
    }
  };
  options.onChange((name) => {
    follow(name);
    send('options.changed', options.states());
  });
}

/** The query of the address of a window's page: see {@link PageStart}. */
export function pageQuery(
  options: Options,
  { language, locale, own }: Words,
  window: number,
  from: number | null,
): string {
  return new URLSearchParams(
    queryOf({
      ...{ language, locale, useCache: options.get('cache'), ownWords: Object.keys(own).length > 0 },
      zoom: options.get('zoom'),
      placeholder: options.get('placeholder'),
      itemsPerPage: options.get('itemsPerPage'),
      slideshowSeconds: options.get('slideshowSeconds'),
      slideshowOrder: options.get('slideshowOrder'),
      ...{ window, from },
    }),
  ).toString();
}
