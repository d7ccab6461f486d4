// Renderer: asks before all stored thumbnails are removed.

import { Confirm } from '../../components/Confirm.js';
import { useApp } from '../../state/app.js';
import { useStore } from '../../state/store.js';
import { useActions } from '../../state/useActions.js';
import { texts } from '../../texts.js';

export function ClearThumbnails({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const status = useStore(useApp().thumbnailStatus);
  const actions = useActions();
  return (
    <Confirm
      open={open}
      title={texts.clearTitle}
      body={texts.clearBody(status)}
      action={texts.clear}
      onClose={onClose}
      onConfirm={() => {
        onClose();
        actions.clearThumbnails();
      }}
    />
  );
}
