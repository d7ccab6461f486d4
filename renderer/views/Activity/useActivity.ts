// Renderer: what the app is doing, asked once a second while the Activity view is open, with the last two minutes kept
// for its charts. Closed, it asks nothing.

import { useEffect, useRef, useState } from 'react';
import type { ActivitySnapshot } from '../../../electron/shared/activity.js';
import { useApp } from '../../state/app.js';
import { enterSample, type History } from './history.js';

const INTERVAL = 1000;

export interface ActivityNow {
  /** Null until the first answer. */
  readonly snapshot: ActivitySnapshot | null;
  readonly history: History;
  /** Asks at once, after something was done. */
  readonly refresh: () => void;
}

export function useActivity(): ActivityNow {
  const { gallery, notices } = useApp();
  const [snapshot, setSnapshot] = useState<ActivitySnapshot | null>(null);
  const [history, setHistory] = useState<History>(new Map());
  const ask = useRef<() => void>(() => undefined);
  useEffect(() => {
    let open = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const next = async () => {
      clearTimeout(timer);
      try {
        const now = await gallery.call('activity.snapshot');
        if (!open) return;
        setSnapshot(now);
        setHistory((before) => enterSample(before, now));
      } catch (error) {
        if (open) notices.report(error);
      }
      // Only after the answer: a busy app is not asked faster than it answers.
      clearTimeout(timer);
      if (open) timer = setTimeout(() => void next(), INTERVAL);
    };
    ask.current = () => void next();
    void next();
    return () => {
      open = false;
      clearTimeout(timer);
    };
  }, [gallery, notices]);
  return { snapshot, history, refresh: () => ask.current() };
}
