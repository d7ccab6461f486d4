// Renderer: says that a photo moves, and lets it: while the pointer is on it, or when it is pressed.

import { CircleDot } from 'lucide-react';
import { shortcut } from '../../commands/table.js';
import { texts } from '../../texts.js';
import type { Live } from './useLive.js';
import styles from './Stage.module.css';
import viewer from './Viewer.module.css';

export function LiveBadge({ live }: { readonly live: Live }) {
  const still = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  return (
    <button
      type="button"
      className={`${styles.live} ${viewer.fades}`}
      aria-pressed={live.playing}
      title={`${texts.playLive} (${shortcut('live')})`}
      onPointerEnter={({ pointerType }) => pointerType === 'mouse' && !still() && live.play()}
      onPointerLeave={({ pointerType }) => pointerType === 'mouse' && live.stop()}
      onClick={live.play}
      data-testid="live-badge"
    >
      <CircleDot size={16} strokeWidth={1.5} aria-hidden />
      {texts.live}
    </button>
  );
}
