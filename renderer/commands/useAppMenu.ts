// Renderer: keeps the application menu true: what cannot be done now is grey, and what holds has a mark.

import { useEffect } from 'react';
import { useApp } from '../state/app.js';
import { throttled } from '../state/schedule.js';
import { appMenu } from './app-menu.js';

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
    const { roots, started, selection, journey, undo } = app;
    const stores = [
      ...[view, items, items.outdated, roots, started, marks, marks.hidden, thumbnailStatus],
      ...[selection, selection.count, journey, undo],
    ];
    const ends = stores.map((store) => store.subscribe(look));
    // A tile that has the focus can be acted on like one that is selected.
    ends.push(gallery.on('words.changed', look));
    document.addEventListener('focusin', look);
    look();
    return () => {
      document.removeEventListener('focusin', look);
      ends.forEach((end) => end());
    };
  }, [app, commands, gallery, items, marks, notices, thumbnailStatus, view]);
}
