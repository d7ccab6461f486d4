// Renderer: commands as lines of a menu, with their keys and with a mark where they hold; made from the table.

import { use } from 'react';
import { Menu } from '@base-ui/react/menu';
import {
  Check,
  ClipboardList,
  Copy,
  ExternalLink,
  EyeOff,
  FolderOpen,
  Heart,
  Keyboard,
  ListChecks,
  MapPin,
  Play,
  RefreshCw,
  Star,
  Tag,
  Trash2,
  ChevronRight,
  X,
  ZoomIn,
  ZoomOut,
  type LucideIcon,
} from 'lucide-react';
import { commandName, shortcut, specOf, type CommandId } from '../../commands/table.js';
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
  copyPlace: MapPin,
  showInFolder: FolderOpen,
  openExternally: ExternalLink,
  slideshow: Play,
  rebuildThumbnail: RefreshCw,
  hideFolder: EyeOff,
  trash: Trash2,
  selectAll: ListChecks,
  clearSelection: X,
  larger: ZoomIn,
  smaller: ZoomOut,
  checkDisk: RefreshCw,
  shortcuts: Keyboard,
};

/** One command; screen readers hear of those that have a mark whether they hold. */
export function CommandItem({ id }: { readonly id: CommandId }) {
  const { commands } = useApp();
  const Icon = ICONS[id];
  const checked = commands.checked(id);
  const line = {
    ...{ className: popup.item, disabled: !commands.can(id), onClick: () => commands.run(id) },
    ...{ 'data-danger': id === 'trash', 'data-command': id },
  };
  const content = (
    <>
      <span className={styles.icon}>
        {Icon && <Icon size={16} strokeWidth={1.5} fill={checked ? 'currentColor' : 'none'} aria-hidden />}
      </span>
      <span className={styles.words}>{commands.nameOf(id)}</span>
      <kbd className={styles.shortcut}>{shortcut(id)}</kbd>
    </>
  );
  if (specOf(id).marked !== true) return <Menu.Item {...line}>{content}</Menu.Item>;
  return (
    <Menu.CheckboxItem {...line} checked={checked} closeOnClick>
      {content}
    </Menu.CheckboxItem>
  );
}

const RATINGS = ['rate5', 'rate4', 'rate3', 'rate2', 'rate1', 'rate0'] as const;

/** The ratings, with a mark at the one that all files have. */
export function RatingChoices() {
  const { commands } = useApp();
  return (
    <Menu.RadioGroup aria-label={texts.ratingMenu} value={RATINGS.find((id) => commands.checked(id)) ?? null}>
      {RATINGS.map((id) => (
        <Menu.RadioItem
          key={id}
          value={id}
          closeOnClick
          className={popup.item}
          disabled={!commands.can(id)}
          data-command={id}
          onClick={() => commands.run(id)}
        >
          <span className={popup.mark}>
            <Menu.RadioItemIndicator>
              <Check size={16} strokeWidth={1.5} aria-hidden />
            </Menu.RadioItemIndicator>
          </span>
          {commandName(id)}
          <kbd className={styles.shortcut}>{shortcut(id)}</kbd>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

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
            <RatingChoices />
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
      <CommandItem id="copyPlace" />
      <CommandItem id="showInFolder" />
      <CommandItem id="openExternally" />
      <Menu.Separator className={popup.separator} />
      <CommandItem id="slideshow" />
      <Menu.Separator className={popup.separator} />
      <CommandItem id="rebuildThumbnail" />
      <CommandItem id="hideFolder" />
      <Menu.Separator className={popup.separator} />
      <CommandItem id="trash" />
    </>
  );
}
