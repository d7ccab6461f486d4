// Renderer: whether the folder of the file in the viewer can be reached: while it cannot, nothing is wrong with the file.

import { displayPath } from '../../../electron/shared/paths.js';
import { useApp } from '../../state/app.js';
import { rootOfKey, type ItemKey } from '../../state/keys.js';
import { useSelected } from '../../state/store.js';

/** The name of the chosen folder of a file while that is out of reach; null while it is there. */
export function useAway(item: ItemKey): string | null {
  return useSelected(useApp().roots, (list) => {
    const root = list.find(({ id }) => id === rootOfKey(item));
    return root?.state === 'offline' ? displayPath(root.name) : null;
  });
}
