// Renderer: tells main which thumbnails are on screen, a moment after the screen has changed.

import { useEffect, useRef } from 'react';
import type { RootId } from '../../../electron/shared/contract.js';
import { useApp } from '../../state/app.js';
import type { GridModel, GridState } from './model.js';
import { wantedOf } from './wanted.js';
import type { RowRange } from './window.js';

/** Milliseconds without a change before main is told. */
const QUIET = 80;

export function useWanted(model: GridModel, state: GridState, range: RowRange): void {
  const { gallery, thumbnails, notices } = useApp();
  const told = useRef(new Map<RootId, string>());
  useEffect(() => {
    const timer = setTimeout(() => {
      const { layout, keys } = model.get();
      const { top, height } = model.viewport;
      const isDone = (key: number) => ['ready', 'failed'].includes(thumbnails.state(key));
      const wanted = wantedOf(layout, keys, top, height, isDone);
      // Roots that left the screen want nothing any more; said first, so that it cannot undo the rest.
      for (const root of told.current.keys()) {
        if (!wanted.has(root)) wanted.set(root, { visible: [], near: [] });
      }
      const calls = [...wanted].sort(([, a], [, b]) => a.visible.length - b.visible.length);
      for (const [root, lanes] of calls) {
        const text = JSON.stringify(lanes);
        if (told.current.get(root) === text) continue;
        told.current.set(root, text);
        gallery.call('thumbnails.want', { root, ...lanes }).catch(notices.report);
      }
    }, QUIET);
    return () => clearTimeout(timer);
  }, [gallery, thumbnails, notices, model, state.layout, range]);

  // Where there is no grid nothing of it is wanted.
  useEffect(() => {
    const roots = told.current;
    return () => {
      for (const root of roots.keys()) {
        gallery.call('thumbnails.want', { root, visible: [], near: [] }).catch(notices.report);
      }
      roots.clear();
    };
  }, [gallery, notices]);
}
