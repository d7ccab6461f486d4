// Renderer: the details of the file in the viewer, asked for when they are looked at.

import { useEffect, useState } from 'react';
import type { FileDetails } from '../../../electron/shared/details.js';
import { useApp } from '../../state/app.js';
import { idOfKey, rootOfKey } from '../../state/keys.js';
import type { Subject } from './subject.js';

/** Null until they have come, and when there are none to be had (the file is away). */
export function useDetails({ item, modified, size }: Subject): FileDetails | null {
  const { gallery } = useApp();
  const version = `${item} ${modified} ${size}`;
  const [found, setFound] = useState<{ version: string; details: FileDetails } | null>(null);
  useEffect(() => {
    let wanted = true;
    gallery.call('library.details', rootOfKey(item), idOfKey(item)).then(
      (details) => wanted && setFound({ version, details }),
      // The panel shows what the listing knows; that the file or its folder is away is said elsewhere.
      () => wanted && setFound(null),
    );
    return () => {
      wanted = false;
    };
  }, [gallery, item, version]);
  return found?.version === version ? found.details : null;
}
