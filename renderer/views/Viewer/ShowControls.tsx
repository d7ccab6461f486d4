// Renderer: starts and stops the slideshow, and says how it goes.

import { Menu } from '@base-ui/react/menu';
import { ChevronDown, Pause, Play } from 'lucide-react';
import { IconButton } from '../../components/Button.js';
import popup from '../../components/Popup.module.css';
import { useStore } from '../../state/store.js';
import { INTERVALS, SHOW_ORDERS } from '../../state/viewer-settings.js';
import { texts } from '../../texts.js';
import { Choices } from './Choices.js';
import type { ViewerState } from './viewerState.js';
import styles from './Viewer.module.css';

interface ShowControlsProps {
  readonly viewer: ViewerState;
  readonly running: boolean;
  readonly onToggle: () => void;
}

export function ShowControls({ viewer: { settings }, running, onToggle }: ShowControlsProps) {
  const { interval, order } = useStore(settings);
  const Icon = running ? Pause : Play;
  return (
    <>
      <IconButton
        className={styles.control}
        label={running ? texts.stopShow : texts.startShow}
        shortcut="S"
        onClick={onToggle}
        data-testid="viewer-show"
      >
        <Icon size={20} strokeWidth={1.5} aria-hidden />
      </IconButton>
      <Menu.Root>
        <Menu.Trigger
          render={
            <IconButton
              className={`${styles.control} ${styles.options}`}
              label={texts.showOptions}
              data-testid="viewer-show-options"
            >
              <ChevronDown size={16} strokeWidth={1.5} aria-hidden />
            </IconButton>
          }
        />
        <Menu.Portal>
          <Menu.Positioner className={popup.positioner} align="end" sideOffset={4}>
            <Menu.Popup className={`${popup.menu} ${styles.menu}`}>
              <Choices
                label={texts.showInterval}
                values={INTERVALS}
                value={interval}
                name={texts.seconds}
                onChoose={(next) => settings.change({ interval: next })}
              />
              <Menu.Separator className={styles.separator} />
              <Choices
                label={texts.showOrderLabel}
                values={SHOW_ORDERS}
                value={order}
                name={texts.showOrder}
                onChoose={(next) => settings.change({ order: next })}
              />
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </>
  );
}
