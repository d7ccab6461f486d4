// Renderer: what the app is doing, asked once a second while the Activity view is open, with the last two minutes kept
// for its charts. Closed, it asks nothing.

import { useEffect, useRef, useState } from 'react';
import type { ActivitySnapshot } from '../../../electron/shared/activity.js';
import { useApp } from '../../state/app.js';
import { enterSample, type History } from './history.js';
import { poll } from './poll.js';

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
    const asking = poll({
      ask: () => gallery.call('activity.snapshot'),
      onAnswer: (now) => {
        setSnapshot(now);
        setHistory((before) => enterSample(before, now));
      },
      onError: notices.report,
      interval: INTERVAL,
    });
    ask.current = asking.refresh;
    return asking.stop;
  }, [gallery, notices]);
  return { snapshot, history, refresh: () => ask.current() };
}
