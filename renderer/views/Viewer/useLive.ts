// Renderer: the moving half of a Live or Motion Photo: where it is, and whether it plays now.

import { useEffect, useState } from 'react';
import { useApp } from '../../state/app.js';
import { keyOf, rootOfKey, type ItemKey } from '../../state/keys.js';
import { motionUrl } from '../../state/urls.js';
import { subjectOf, type Subject } from './subject.js';
import { useDetails } from './useDetails.js';

export interface Live {
  /** URL of the moving half; null when there is none. */
  readonly url: string | null;
  readonly playing: boolean;
  readonly play: () => void;
  readonly stop: () => void;
}

/** The moving half lies beside the photo, or in its file. */
export function useLive(subject: Subject): Live {
  const app = useApp();
  const details = useDetails(subject);
  const [playing, setPlaying] = useState<ItemKey | null>(null);
  const { item, kind } = subject;
  const partner = details?.livePair ?? null;
  let url: string | null = null;
  if (kind === 'photo' && partner !== null)
    url = subjectOf(app, keyOf(rootOfKey(item), partner))?.url ?? null;
  // Of a photo the window cannot decode `subject.url` is a rendition, which holds no video.
  if (kind === 'photo' && url === null && details?.motion) url = motionUrl(subject.original);
  // Coming back to a photo that was left while it moved shows it still.
  useEffect(() => () => setPlaying(null), [item]);
  return {
    url,
    playing: url !== null && playing === item,
    play: () => setPlaying(item),
    stop: () => setPlaying(null),
  };
}
