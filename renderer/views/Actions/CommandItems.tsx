// Renderer: commands as lines of a menu, with their keys; made from the table.

import { use } from 'react';
import { Menu } from '@base-ui/react/menu';
import {
  ClipboardList,
  Copy,
  ExternalLink,
  EyeOff,
  FolderOpen,
  Heart,
  RefreshCw,
  Star,
  Tag,
  Trash2,
  ChevronRight,
  type LucideIcon,
} from 'lucide-react';
import { commandName, shortcut, type CommandId } from '../../commands/table.js';
import popup from '../../components/Popup.module.css';
import { SurfaceContext } from '../../components/surface.js';
import { useApp } from '../../state/app.js';
import { texts } from '../../texts.js';
import styles from './Actions.module.css';

const ICONS: Partial<Record<CommandId, LucideIcon>> = {
  favourite: Heart,
  tag: Tag,
  copyFiles: Copy,
  copyPath: ClipboardList,
  showInFolder: FolderOpen,
  openExternally: ExternalLink,
  rebuildThumbnail: RefreshCw,
  hideFolder: EyeOff,
  trash: Trash2,
};

/** One command. */
export function CommandItem({ id }: { readonly id: CommandId }) {
  const { commands } = useApp();
  const Icon = ICONS[id];
  return (
    <Menu.Item
      className={popup.item}
      disabled={!commands.can(id)}
      data-danger={id === 'trash'}
      data-command={id}
      onClick={() => commands.run(id)}
    >
      <span className={styles.icon}>{Icon && <Icon size={16} strokeWidth={1.5} aria-hidden />}</span>
      {commandName(id)}
      <kbd className={styles.shortcut}>{shortcut(id)}</kbd>
    </Menu.Item>
  );
}

const RATINGS = ['rate5', 'rate4', 'rate3', 'rate2', 'rate1', 'rate0'] as const;

/** The ratings, in a menu of their own. */
export function RatingItems() {
  const surface = use(SurfaceContext);
  return (
    <Menu.SubmenuRoot>
      <Menu.SubmenuTrigger className={popup.item} data-testid="rating-menu">
        <span className={styles.icon}>
          <Star size={16} strokeWidth={1.5} aria-hidden />
        </span>
        {texts.ratingMenu}
        <ChevronRight size={16} strokeWidth={1.5} className={styles.more} aria-hidden />
      </Menu.SubmenuTrigger>
      <Menu.Portal>
        <Menu.Positioner className={popup.positioner} side="right" align="start">
          <Menu.Popup className={`${popup.menu} ${surface}`} data-testid="rating-items">
            {RATINGS.map((id) => (
              <CommandItem key={id} id={id} />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.SubmenuRoot>
  );
}

/** All that can be done with files. */
export function FileItems() {
  return (
    <>
      <CommandItem id="favourite" />
      <RatingItems />
      <CommandItem id="tag" />
      <Menu.Separator className={popup.separator} />
      <CommandItem id="copyFiles" />
      <CommandItem id="copyPath" />
      <CommandItem id="showInFolder" />
      <CommandItem id="openExternally" />
      <Menu.Separator className={popup.separator} />
      <CommandItem id="rebuildThumbnail" />
      <CommandItem id="hideFolder" />
      <Menu.Separator className={popup.separator} />
      <CommandItem id="trash" />
    </>
  );
}
