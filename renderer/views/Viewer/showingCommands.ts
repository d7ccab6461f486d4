// Renderer: commands that say how a slideshow goes on. What they choose is saved, as in the settings.

import type { Handler } from '../../commands/registry.js';
import type { App } from '../../state/app.js';
import { texts } from '../../texts.js';
import { nextSeconds } from './slideshow.js';

type ShowingCommand = 'showSlower' | 'showFaster' | 'showShuffled';

export function showingCommands({
  gallery,
  notices,
  options,
}: App): Readonly<Record<ShowingCommand, Handler>> {
  /** What was chosen and is not saved yet: a key that is held goes on from there. */
  let chosen: number | null = null;
  const set = (name: 'slideshowSeconds' | 'slideshowOrder', value: number | string, sentence: string) =>
    notices
      .during(texts.savingOption, gallery.call('options.set', name, value))
      .then(() => notices.brief(sentence), notices.report);
  const next = (step: 1 | -1) => nextSeconds(chosen ?? options.get().slideshowSeconds, step);
  const change = (step: 1 | -1): Handler => ({
    can: () => next(step) !== null,
    run: () => {
      const seconds = (chosen = next(step)!);
      return set('slideshowSeconds', seconds, texts.eachShownFor(texts.seconds(seconds))).then(() => {
        if (chosen === seconds) chosen = null;
      });
    },
  });
  return {
    showSlower: change(1),
    showFaster: change(-1),
    showShuffled: {
      run: () => {
        const order = options.get().slideshowOrder === 'shuffle' ? 'shown' : 'shuffle';
        return set('slideshowOrder', order, texts.showOrderNow(texts.showOrder(order)));
      },
      checked: () => options.get().slideshowOrder === 'shuffle',
    },
  };
}
