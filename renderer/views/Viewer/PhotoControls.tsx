// Renderer: the button of the bar that is about photos.

import { Maximize, Scan } from 'lucide-react';
import { shortcut } from '../../commands/table.js';
import { IconButton } from '../../components/Button.js';
import { texts } from '../../texts.js';
import type { Commands } from './viewerKeys.js';
import styles from './Bar.module.css';

interface PhotoControlsProps {
  readonly fit: boolean;
  readonly commands: Commands;
}

export function PhotoControls({ fit, commands: { photo } }: PhotoControlsProps) {
  const Icon = fit ? Maximize : Scan;
  return (
    <IconButton
      className={styles.control}
      label={fit ? texts.actualSize : texts.fit}
      shortcut={shortcut('actualSize')}
      onClick={() => photo.current?.toggleActual()}
    >
      <Icon size={20} strokeWidth={1.5} aria-hidden />
    </IconButton>
  );
}
