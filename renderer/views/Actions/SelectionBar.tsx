// Renderer: while files are selected, over the toolbar: how many, and what can be done with them.

import { useCallback, useSyncExternalStore } from 'react';
import { Menu } from '@base-ui/react/menu';
import { Copy, EllipsisVertical, Heart, Star, Tag, Trash2, X, type LucideIcon } from 'lucide-react';
import { commandName, shortcut, type CommandId } from '../../commands/table.js';
import { IconButton } from '../../components/Button.js';
import popup from '../../components/Popup.module.css';
import { useApp } from '../../state/app.js';
import { useStore } from '../../state/store.js';
import { texts } from '../../texts.js';
import { RatingChoices } from './CommandMenus.js';
import { FileItems } from './FileItems.js';
import styles from './Actions.module.css';

const plain = (text: string): string => text.replace(/\s?…$/, '');

export function SelectionBar() {
  const { commands, selection } = useApp();
  const count = useStore(selection.count);
  const favourite = useAllFavourite();
  if (count === 0) return null;
  const button = (id: CommandId, Icon: LucideIcon, pressed?: boolean) => (
    <IconButton
      label={plain(commandName(id))}
      shortcut={shortcut(id)}
      onClick={() => commands.run(id)}
      aria-pressed={pressed}
      data-testid={`selection-${id}`}
    >
      <Icon size={20} strokeWidth={1.5} fill={pressed === true ? 'currentColor' : 'none'} aria-hidden />
    </IconButton>
  );
  return (
    <div className={styles.bar} role="toolbar" aria-label={texts.selection} data-testid="selection-bar">
      {button('clearSelection', X)}
      <p className={styles.count} role="status" data-testid="selection-count">
        {texts.selected(count)}
      </p>
      {button('favourite', Heart, favourite)}
      <Menu.Root>
        <Menu.Trigger
          render={
            <IconButton
              label={texts.ratingMenu}
              shortcut={`${shortcut('rate0')}–${shortcut('rate5')}`}
              data-testid="selection-rating"
            >
              <Star size={20} strokeWidth={1.5} aria-hidden />
            </IconButton>
          }
        />
        <Menu.Portal>
          <Menu.Positioner className={popup.positioner} align="end" sideOffset={4}>
            <Menu.Popup className={popup.menu}>
              <RatingChoices />
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      {button('tag', Tag)}
      {button('copyFiles', Copy)}
      {button('trash', Trash2)}
      <Menu.Root>
        <Menu.Trigger
          render={
            <IconButton label={texts.moreActions} data-testid="selection-more">
              <EllipsisVertical size={20} strokeWidth={1.5} aria-hidden />
            </IconButton>
          }
        />
        <Menu.Portal>
          <Menu.Positioner className={popup.positioner} align="end" sideOffset={4}>
            <Menu.Popup className={popup.menu}>
              <FileItems />
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  );
}

/** Whether all selected files are favourites. */
function useAllFavourite(): boolean {
  const { marks, selection } = useApp();
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = [marks, selection].map((store) => store.subscribe(listener));
      return () => ends.forEach((end) => end());
    },
    [marks, selection],
  );
  return useSyncExternalStore(subscribe, () => selection.every((key) => marks.isFavourite(key)));
}
