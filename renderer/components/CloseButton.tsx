// Renderer: the cross in the head of a dialog.

import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { shown } from '../commands/keys.js';
import { texts } from '../texts.js';
import { IconButton } from './Button.js';

export function CloseButton() {
  return (
    <Dialog.Close
      render={
        <IconButton label={texts.close} shortcut={shown('Escape')}>
          <X size={20} strokeWidth={1.5} aria-hidden />
        </IconButton>
      }
    />
  );
}
