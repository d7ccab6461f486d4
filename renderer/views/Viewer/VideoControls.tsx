// Renderer: the buttons of the bar that are about videos, beside the video's own.

import { Repeat } from 'lucide-react';
import { shortcut, shortcuts } from '../../commands/table.js';
import { IconButton } from '../../components/Button.js';
import { useSelected, useStore } from '../../state/store.js';
import { texts } from '../../texts.js';
import { BarMenu } from './BarMenu.js';
import { Choices } from './Choices.js';
import { SPEEDS } from './speeds.js';
import type { Commands } from './viewerKeys.js';
import type { ViewerState } from './viewerState.js';
import styles from './Bar.module.css';

interface VideoControlsProps {
  readonly viewer: ViewerState;
  readonly commands: Commands;
}

export function VideoControls({ viewer, commands }: VideoControlsProps) {
  const speed = useStore(viewer.speed);
  const loop = useSelected(viewer.settings, (now) => now.loop);
  return (
    <>
      <BarMenu
        className={styles.speed}
        label={`${texts.speed}: ${texts.times(speed)}`}
        shortcut={shortcuts('slower', 'faster')}
        shown={texts.times(speed)}
        data-testid="viewer-speed"
      >
        <Choices
          label={texts.speed}
          values={SPEEDS}
          value={speed}
          name={texts.times}
          onChoose={(next) => viewer.speed.set(next)}
        />
      </BarMenu>
      <IconButton
        className={styles.control}
        label={texts.loop}
        shortcut={shortcut('loop')}
        aria-pressed={loop}
        onClick={commands.toggleLoop}
        data-testid="viewer-loop"
      >
        <Repeat size={20} strokeWidth={1.5} aria-hidden />
      </IconButton>
    </>
  );
}
