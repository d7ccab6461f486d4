// Renderer: starts and stops the slideshow, and says how it goes.

import { Menu } from '@base-ui/react/menu';
import { ChevronDown, Pause, Play } from 'lucide-react';
import { OPTIONS } from '../../../electron/shared/options.js';
import { shortcut } from '../../commands/table.js';
import { IconButton } from '../../components/Button.js';
import popup from '../../components/Popup.module.css';
import { useApp } from '../../state/app.js';
import { useStore } from '../../state/store.js';
import { texts } from '../../texts.js';
import { BarMenu } from './BarMenu.js';
import { Choices } from './Choices.js';
import { secondsWith } from './slideshow.js';
import styles from './Bar.module.css';

export function ShowControls({ running }: { readonly running: boolean }) {
  const { commands, gallery, options, notices } = useApp();
  const { slideshowSeconds, slideshowOrder } = useStore(options);
  const set = (name: 'slideshowSeconds' | 'slideshowOrder', value: number | string) =>
    void notices.during(texts.savingOption, gallery.call('options.set', name, value)).catch(notices.report);
  const Icon = running ? Pause : Play;
  return (
    <>
      <IconButton
        className={styles.control}
        label={running ? texts.stopShow : texts.startShow}
        shortcut={shortcut('slideshow')}
        onClick={() => commands.run('slideshow')}
        data-testid="viewer-show"
      >
        <Icon size={20} strokeWidth={1.5} aria-hidden />
      </IconButton>
      <BarMenu
        className={styles.options}
        label={texts.showOptions}
        shown={<ChevronDown size={16} strokeWidth={1.5} aria-hidden />}
        data-testid="viewer-show-options"
      >
        <Choices
          label={texts.showInterval}
          values={secondsWith(slideshowSeconds)}
          value={slideshowSeconds}
          name={texts.seconds}
          onChoose={(next) => set('slideshowSeconds', next)}
        />
        <Menu.Separator className={popup.separator} />
        <Choices
          label={texts.showOrderLabel}
          values={OPTIONS.slideshowOrder.type.of}
          value={slideshowOrder}
          name={texts.showOrder}
          onChoose={(next) => set('slideshowOrder', next)}
        />
      </BarMenu>
    </>
  );
}
