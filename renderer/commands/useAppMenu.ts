// Renderer: keeps the application menu true: what cannot be done now is grey, and what holds has a mark.

import { useEffect } from 'react';
import type { ThumbnailStatus } from '../../electron/shared/contract.js';
import { useApp } from '../state/app.js';
import { throttled } from '../state/schedule.js';
import { subscribeTo } from '../state/store.js';
import { NARROW } from '../views/Browse/toggleSidebar.js';
import { appMenu } from './app-menu.js';

/** What of the thumbnails decides about the menu; the rest changes many times a second while they are made. */
const ofThumbnails = ({ workers, paused, failed, bytes }: ThumbnailStatus): string =>
  [workers > 0, paused, failed > 0, bytes > 0].join();

/** Milliseconds between two looks. */
const INTERVAL = 250;

export function useAppMenu(): void {
  const app = useApp();
  const { commands, gallery, items, marks, notices, thumbnailStatus, view } = app;
  useEffect(() => {
    let told = '';
    const tell = () => {
      if (!app.started.get()) return;
      const menu = appMenu(commands);
      const text = JSON.stringify(menu);
      if (text === told) return;
      told = text;
      gallery.call('menu.set', [...menu]).catch(notices.report);
    };
    // What has just been clicked is painted before.
    const look = throttled(() => requestIdleCallback(tell, { timeout: INTERVAL }), INTERVAL);
    const { map, options, problemCount, roots, started, selection, journey, undo, updates } = app;
    const narrow = matchMedia(NARROW);
    const stores = [
      ...[view, items, items.outdated, roots, started, marks, marks.hidden, map, problemCount],
      ...[selection, selection.count, journey, undo, options, updates],
    ];
    const ends = stores.map((store) => store.subscribe(look));
    ends.push(subscribeTo(thumbnailStatus, ofThumbnails, look));
    // Where the sidebar is a drawer it has no icons.
    narrow.addEventListener('change', look);
    ends.push(commands.watch(look));
    // A tile that has the focus can be acted on like one that is selected.
    ends.push(gallery.on('words.changed', look));
    document.addEventListener('focusin', look);
    look();
    return () => {
      document.removeEventListener('focusin', look);
      narrow.removeEventListener('change', look);
      ends.forEach((end) => end());
    };
  }, [app, commands, gallery, items, marks, notices, thumbnailStatus, view]);
}
