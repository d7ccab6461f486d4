// Renderer: the buttons of the bar that are about photos.

import { Maximize, RotateCw, Scan } from 'lucide-react';
import { shortcut, shortcuts } from '../../commands/table.js';
import { IconButton } from '../../components/Button.js';
import { texts } from '../../texts.js';
import type { Commands } from './viewerKeys.js';
import styles from './Viewer.module.css';

interface PhotoControlsProps {
  readonly fit: boolean;
  readonly commands: Commands;
}

export function PhotoControls({ fit, commands: { photo, turn } }: PhotoControlsProps) {
  const Icon = fit ? Maximize : Scan;
  return (
    <>
      <IconButton
        className={styles.control}
        label={texts.turnRight}
        shortcut={shortcuts('turnRight', 'turnLeft')}
        onClick={() => turn(1)}
        data-testid="viewer-rotate"
      >
        <RotateCw size={20} strokeWidth={1.5} aria-hidden />
      </IconButton>
      <IconButton
        className={styles.control}
        label={fit ? texts.actualSize : texts.fit}
        shortcut={shortcut('actualSize')}
        onClick={() => photo.current?.toggleActual()}
      >
        <Icon size={20} strokeWidth={1.5} aria-hidden />
      </IconButton>
    </>
  );
}
