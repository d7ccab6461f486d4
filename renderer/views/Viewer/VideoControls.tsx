// Renderer: the buttons of the bar that are about videos, beside the video's own.

import { Menu } from '@base-ui/react/menu';
import { Repeat } from 'lucide-react';
import { shortcut, shortcuts } from '../../commands/table.js';
import { IconButton } from '../../components/Button.js';
import popup from '../../components/Popup.module.css';
import { useSelected, useStore } from '../../state/store.js';
import { texts } from '../../texts.js';
import { Choices } from './Choices.js';
import { SPEEDS } from './speeds.js';
import { focusAfterMenu } from './useFocusKept.js';
import type { Commands } from './viewerKeys.js';
import type { ViewerState } from './viewerState.js';
import styles from './Viewer.module.css';

interface VideoControlsProps {
  readonly viewer: ViewerState;
  readonly commands: Commands;
}

export function VideoControls({ viewer, commands }: VideoControlsProps) {
  const speed = useStore(viewer.speed);
  const loop = useSelected(viewer.settings, (now) => now.loop);
  return (
    <>
      <Menu.Root>
        <Menu.Trigger
          render={
            <IconButton
              className={`${styles.control} ${styles.speed}`}
              label={`${texts.speed}: ${texts.times(speed)}`}
              shortcut={shortcuts('slower', 'faster')}
              data-testid="viewer-speed"
            >
              {texts.times(speed)}
            </IconButton>
          }
        />
        <Menu.Portal>
          <Menu.Positioner className={popup.positioner} align="end" sideOffset={4}>
            <Menu.Popup className={`${popup.menu} ${styles.menu}`} finalFocus={focusAfterMenu}>
              <Choices
                label={texts.speed}
                values={SPEEDS}
                value={speed}
                name={texts.times}
                onChoose={(next) => viewer.speed.set(next)}
              />
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
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
