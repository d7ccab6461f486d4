// Renderer: asks before the gallery forgets a chosen folder.

import type { RootId } from '../../../electron/shared/contract.js';
import { Confirm } from '../../components/Confirm.js';
import { useApp } from '../../state/app.js';
import { useStore } from '../../state/store.js';
import { useActions } from '../../state/useActions.js';
import { texts } from '../../texts.js';

export function RemoveDialog({ root, onClose }: { readonly root: RootId; readonly onClose: () => void }) {
  const { roots } = useApp();
  const actions = useActions();
  const folder = useStore(roots).find(({ id }) => id === root);
  return (
    <Confirm
      open={folder !== undefined}
      title={texts.removeTitle(folder?.name ?? '')}
      body={texts.removeBody}
      action={texts.remove}
      onClose={onClose}
      onConfirm={() => {
        actions.removeRoot(root);
        onClose();
      }}
    />
  );
}
