// Renderer: one short phrase on how true the listing is.

import type { RootInfo } from '../../../electron/shared/contract.js';
import { texts } from '../../texts.js';

/** Reading fewer is over before anyone has read about it. */
const FEW = 50;

/** For all roots together; '' when there is nothing to say. `now` in milliseconds since 1970. */
export function freshness(roots: readonly RootInfo[], now: number): string {
  const scanning = roots.filter(({ state }) => state === 'scanning');
  // What the last run knew is on screen already and is compared with the disk.
  const known = scanning.map(({ checkedAt }) => checkedAt).filter((time) => time > 0);
  if (scanning.length > 0 && known.length === scanning.length) {
    return texts.statusChecking(Math.min(...known), now);
  }
  if (scanning.length > 0) return texts.statusReading(roots.reduce((sum, { files }) => sum + files, 0));
  const offline = roots.filter(({ state }) => state === 'offline');
  if (offline.length > 0) return texts.statusOffline(offline);
  const unread = roots.reduce((sum, root) => sum + root.unread, 0);
  if (unread >= FEW) return texts.statusUnread(unread);
  const checked = roots.map(({ checkedAt }) => checkedAt).filter((time) => time > 0);
  if (checked.length === 0) return '';
  const oldest = Math.min(...checked);
  const live = roots.every(({ watching }) => watching === 'native');
  return live ? texts.statusLive(oldest, now) : texts.statusChecked(oldest, now);
}
