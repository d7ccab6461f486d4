// Renderer: folders as a flow of covers, or as cards.

import { ToggleGroup } from '@base-ui/react/toggle-group';
import { Toggle } from '@base-ui/react/toggle';
import { GalleryHorizontalEnd, LayoutGrid } from 'lucide-react';
import { useApp } from '../../state/app.js';
import { useSelected } from '../../state/store.js';
import { texts } from '../../texts.js';
import styles from './Toolbar.module.css';

const LOOKS = [
  { value: 'flow', Icon: GalleryHorizontalEnd },
  { value: 'cards', Icon: LayoutGrid },
] as const;

export function BrowsingSwitch() {
  const { commands, view } = useApp();
  const browsing = useSelected(view, (now) => now.browsing);
  return (
    <ToggleGroup
      className={`${styles.segments} ${styles.browsing}`}
      aria-label={texts.browsing}
      value={[browsing]}
      onValueChange={([next]) => next !== undefined && commands.run('cards')}
    >
      {LOOKS.map(({ value, Icon }) => (
        <Toggle
          key={value}
          value={value}
          className={styles.segment}
          title={texts.browsings[value]}
          aria-label={texts.browsings[value]}
          data-testid={`browsing-${value}`}
        >
          <Icon size={16} strokeWidth={1.5} aria-hidden />
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
