// Renderer: a command as a line of a menu, with its key and with a mark where it holds; made from the table.

import { Menu } from '@base-ui/react/menu';
import {
  Check,
  ClipboardList,
  Copy,
  ExternalLink,
  EyeOff,
  FolderOpen,
  GalleryHorizontal,
  Heart,
  Info,
  Keyboard,
  ListChecks,
  ListFilter,
  MapPin,
  Maximize2,
  Play,
  RefreshCw,
  RotateCcw,
  RotateCw,
  Scan,
  SquareCheck,
  Tag,
  Trash2,
  X,
  ZoomIn,
  ZoomOut,
  type LucideIcon,
} from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { shortcut, specOf, type CommandId } from '../../commands/table.js';
import popup from '../../components/Popup.module.css';
import { useApp } from '../../state/app.js';
import styles from './Actions.module.css';

const ICONS: Partial<Record<CommandId, LucideIcon>> = {
  open: Maximize2,
  toggleSelected: SquareCheck,
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
  filter: ListFilter,
  clearFilters: X,
  larger: ZoomIn,
  smaller: ZoomOut,
  usual: Scan,
  info: Info,
  filmstrip: GalleryHorizontal,
  zoomIn: ZoomIn,
  zoomOut: ZoomOut,
  actualSize: Scan,
  turnRight: RotateCw,
  turnLeft: RotateCcw,
  play: Play,
  checkDisk: RefreshCw,
  shortcuts: Keyboard,
};

/** One command; screen readers hear of those that have a mark whether they hold. */
export function CommandItem({ id }: { readonly id: CommandId }) {
  const { commands } = useApp();
  // A menu that is open follows what becomes known meanwhile.
  const checked = useSyncExternalStore(commands.watch, () => commands.checked(id));
  const disabled = useSyncExternalStore(commands.watch, () => !commands.can(id));
  const name = useSyncExternalStore(commands.watch, () => commands.nameOf(id));
  // A heart that holds is full, which says it better than a mark in its place.
  const Icon = checked && id !== 'favourite' ? Check : ICONS[id];
  const line = {
    ...{ className: popup.item, disabled, onClick: () => commands.run(id) },
    ...{ 'data-danger': id === 'trash', 'data-command': id },
  };
  const content = (
    <>
      <span className={styles.icon}>
        {Icon && (
          <Icon
            size={16}
            strokeWidth={1.5}
            fill={Icon === Heart && checked ? 'currentColor' : 'none'}
            aria-hidden
          />
        )}
      </span>
      <span className={styles.words}>{name}</span>
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
