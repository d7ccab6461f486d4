// Renderer: the moving half of a Live or Motion Photo: where it is, and whether it plays now.

import { useEffect, useState } from 'react';
import { useApp } from '../../state/app.js';
import { keyOf, rootOfKey, type ItemKey } from '../../state/keys.js';
import { motionUrl } from '../../state/urls.js';
import { said, texts } from '../../texts.js';
import { subjectOf, type Subject } from './subject.js';
import { useDetails } from './useDetails.js';

export interface Live {
  /** URL of the moving half; null when there is none. */
  readonly url: string | null;
  readonly playing: boolean;
  /** It is to play, and nothing of it is seen yet. */
  readonly coming: boolean;
  readonly begin: () => void;
  readonly play: () => void;
  readonly stop: () => void;
  /** Stops, and says why; null: nobody knows. */
  readonly fail: (reason: string | null) => void;
}

/** The moving half lies beside the photo, or in its file. */
export function useLive(subject: Subject): Live {
  const app = useApp();
  const details = useDetails(subject).asked.value;
  const [playing, setPlaying] = useState<ItemKey | null>(null);
  const [begun, setBegun] = useState(false);
  const { item, kind } = subject;
  const partner = details?.livePair ?? null;
  let url: string | null = null;
  if (kind === 'photo' && partner !== null)
    url = subjectOf(app, keyOf(rootOfKey(item), partner))?.url ?? null;
  // Of a photo the window cannot decode `subject.url` is a rendition, which holds no video.
  if (kind === 'photo' && url === null && details?.motion) url = motionUrl(subject.original);
  // Coming back to a photo that was left while it moved shows it still.
  useEffect(() => () => setPlaying(null), [item]);
  const plays = url !== null && playing === item;
  return {
    url,
    playing: plays,
    coming: plays && !begun,
    begin: () => setBegun(true),
    play: () => {
      setBegun(false);
      setPlaying(item);
    },
    stop: () => setPlaying(null),
    fail: (reason) => {
      setPlaying(null);
      app.notices.show(reason === null ? `${texts.cannotPlay} ${texts.cannotPlayMore}` : said(reason));
    },
  };
}
