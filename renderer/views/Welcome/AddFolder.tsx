// Renderer: the way on where the chosen folders hold nothing at all.

import { FolderPlus } from 'lucide-react';
import { Button } from '../../components/Button.js';
import { useApp } from '../../state/app.js';
import { useSelected, useStore } from '../../state/store.js';
import { useActions } from '../../state/useActions.js';
import { texts } from '../../texts.js';

/** A button that adds a folder, as long as all of them are there and known to be empty. */
export function AddFolder() {
  const { items, roots } = useApp();
  const actions = useActions();
  const bare = useSelected(items, ({ known, totals }) => known && totals.photos + totals.videos === 0);
  const ready = useStore(roots).every(({ state }) => state === 'ready');
  if (!bare || !ready) return null;
  return (
    <Button onClick={actions.chooseFolders} data-testid="add-first">
      <FolderPlus size={16} strokeWidth={1.5} aria-hidden />
      {texts.addFolder}
    </Button>
  );
}
