// Renderer: photos that the browser shows as their pixels lie, whatever EXIF says: the viewer turns them itself, as their
// thumbnails are turned.

import { useEffect, useState } from 'react';
import { formatOf } from '../../../electron/shared/media.js';
import { useApp } from '../../state/app.js';
import { idOfKey, rootOfKey } from '../../state/keys.js';
import type { Subject } from './subject.js';

/** Two pixels beside each other that EXIF stands on end, by format: asked of the browser itself, because newer ones may turn more. */
const TRIALS: Readonly<Record<string, string>> = {
  'image/png':
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAAAAADRSSBWAAAAGmVYSWZJSSoACAAAAAEAEgEDAAEAAAAGAAAAAAAAALdIESkAAAALSURBVAiZY+joAAABmwER1JE2JgAAAABJRU5ErkJggg==',
  'image/webp':
    'UklGRlIAAABXRUJQVlA4WAoAAAAIAAAAAQAAAAAAVlA4TBEAAAAvAQAAAAdQxCIWsf+BiOh/AABFWElGGgAAAElJKgAIAAAAAQASAQMAAQAAAAYAAAAAAAAA',
};

/** What the trials have shown: whether the browser turns such pictures. */
const turns = new Map<string, boolean>();

async function isTurned(mime: string, trial: string): Promise<boolean> {
  const image = new Image();
  image.src = `data:${mime};base64,${trial}`;
  const turned = await image.decode().then(
    () => image.naturalHeight > image.naturalWidth,
    // A browser that cannot show it shows no such photo either.
    () => true,
  );
  turns.set(mime, turned);
  return turned;
}

/** What was asked for lately, by version of the file: on the way back nothing waits. */
const asked = new Map<string, number>();
/** So many are kept. */
const MOST = 1000;

/** EXIF orientation that the viewer has to work into a photo, 1 to 8; null while it is not known yet. */
export function useOrientation({ item, name, modified, size }: Subject): number | null {
  const { gallery } = useApp();
  const mime = formatOf(name)?.mime ?? '';
  const trial = turns.get(mime) === true ? undefined : TRIALS[mime];
  const version = `${item} ${modified} ${size}`;
  const [found, setFound] = useState<{ version: string; orientation: number } | null>(null);
  useEffect(() => {
    if (trial === undefined) return;
    let wanted = true;
    const enter = (orientation: number) => wanted && setFound({ version, orientation });
    if (asked.has(version)) return;
    const ask = async (): Promise<number> => {
      if (turns.get(mime) ?? (await isTurned(mime, trial))) return 1;
      const details = await gallery.call('library.details', rootOfKey(item), idOfKey(item));
      if (asked.size >= MOST) asked.clear();
      asked.set(version, details.orientation ?? 1);
      return details.orientation ?? 1;
    };
    // Without details it is shown as it lies; that its folder is away is said elsewhere.
    ask().then(enter, () => enter(1));
    return () => {
      wanted = false;
    };
  }, [gallery, item, mime, trial, version]);
  if (trial === undefined) return 1;
  return asked.get(version) ?? (found?.version === version ? found.orientation : null);
}
