// Renderer: how slideshows go was once kept by the window itself; what was chosen then is handed to the settings, once.

import type { Gallery } from '../gallery.js';

const NAME = 'home-gallery.viewer';

/** Hands the old values over, where nothing else has been chosen since, and forgets them. */
export async function carryShowOver(
  gallery: Pick<Gallery, 'call'>,
  storage: Pick<Storage, 'getItem' | 'setItem'>,
): Promise<void> {
  const { interval, order } = read(storage);
  if (interval === undefined && order === undefined) return;
  const { slideshowSeconds, slideshowOrder } = await gallery.call('options.list');
  if (typeof interval === 'number' && interval !== 5 && slideshowSeconds.source === 'default')
    await gallery.call('options.set', 'slideshowSeconds', interval);
  if (order === 'shuffle' && slideshowOrder.source === 'default')
    await gallery.call('options.set', 'slideshowOrder', order);
  const { interval: _interval, order: _order, ...others } = read(storage);
  storage.setItem(NAME, JSON.stringify(others));
}

function read(storage: Pick<Storage, 'getItem'>): Readonly<Record<string, unknown>> {
  try {
    return (JSON.parse(storage.getItem(NAME) ?? '{}') ?? {}) as Readonly<Record<string, unknown>>;
  } catch {
    // Cut short: the viewer begins anew as well.
    return {};
  }
}
