// Renderer: groups of commands in a menu, and menus in menus: ratings, orders, what is shown, how a video plays.

import { Fragment, use, type ComponentType, type ReactNode } from 'react';
import { Menu } from '@base-ui/react/menu';
import {
  ArrowDownUp,
  Check,
  ChevronRight,
  Eye,
  ListFilter,
  Settings2,
  SquarePlay,
  Star,
  type LucideIcon,
} from 'lucide-react';
import {
  PLAYBACK_GROUPS,
  REORDERING,
  SHOWING_GROUPS,
  SHOW_GROUPS,
  SORT_GROUPS,
  type Groups,
} from '../../commands/menu-groups.js';
import { commandName, shortcut, type CommandId } from '../../commands/table.js';
import popup from '../../components/Popup.module.css';
import { SurfaceContext } from '../../components/surface.js';
import { useApp } from '../../state/app.js';
import { texts } from '../../texts.js';
import { CommandItem } from './CommandItem.js';
import styles from './Actions.module.css';

const RATINGS: Groups = [['rate5', 'rate4', 'rate3', 'rate2', 'rate1', 'rate0']];

interface CommandGroupsProps {
  readonly groups: Groups;
  /** What one command is in them. */
  readonly Line?: ComponentType<{ readonly id: CommandId }>;
}

/** Groups of commands with lines between them. */
export function CommandGroups({ groups, Line = CommandItem }: CommandGroupsProps) {
  return groups.map((group, index) => (
    <Fragment key={group[0]}>
      {index > 0 && <Menu.Separator className={popup.separator} />}
      {group.map((id) => (
        <Line key={id} id={id} />
      ))}
    </Fragment>
  ));
}

interface ChoicesProps {
  readonly label: string;
  readonly groups: Groups;
}

/** Commands of which one holds, with a mark at it. */
function Choices({ label, groups }: ChoicesProps) {
  const { commands } = useApp();
  return (
    <Menu.RadioGroup aria-label={label} value={groups.flat().find((id) => commands.checked(id)) ?? null}>
      <CommandGroups groups={groups} Line={Choice} />
    </Menu.RadioGroup>
  );
}

function Choice({ id }: { readonly id: CommandId }) {
  const { commands } = useApp();
  return (
    <Menu.RadioItem
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
  );
}

interface MoreProps {
  readonly label: string;
  readonly Icon: LucideIcon;
  /** Of the line that opens it; what opens is called `NAME-items`. */
  readonly name: string;
  /** It cannot be opened while none of them makes sense. */
  readonly groups: Groups;
  readonly children: ReactNode;
}

/** A menu in a menu. */
function More({ label, Icon, name, groups, children }: MoreProps) {
  const { commands } = useApp();
  const surface = use(SurfaceContext);
  return (
    <Menu.SubmenuRoot>
      <Menu.SubmenuTrigger
        className={popup.item}
        disabled={!groups.flat().some((id) => commands.can(id))}
        data-menu={name}
        data-testid={`${name}-menu`}
      >
        <span className={styles.icon}>
          <Icon size={16} strokeWidth={1.5} aria-hidden />
        </span>
        {label}
        <ChevronRight size={16} strokeWidth={1.5} className={styles.more} aria-hidden />
      </Menu.SubmenuTrigger>
      <Menu.Portal>
        <Menu.Positioner className={popup.positioner} side="right" align="start">
          <Menu.Popup className={`${popup.menu} ${surface}`} data-testid={`${name}-items`}>
            {children}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.SubmenuRoot>
  );
}

/** The ratings, with a mark at the one that all files have. */
export const RatingChoices = () => <Choices label={texts.ratingMenu} groups={RATINGS} />;

/** The ratings, in a menu of their own. */
export const RatingItems = () => (
  <More label={texts.ratingMenu} Icon={Star} name="rating" groups={RATINGS}>
    <RatingChoices />
  </More>
);

/** In which order files are shown. The command that opens the menu of the toolbar would offer the same once more. */
export function SortItems() {
  const others = [REORDERING.filter((id) => id !== 'sort')];
  return (
    <More label={texts.sortBy} Icon={ArrowDownUp} name="sort-by" groups={[...SORT_GROUPS, ...others]}>
      <Choices label={texts.sortBy} groups={SORT_GROUPS} />
      <Menu.Separator className={popup.separator} />
      <CommandGroups groups={others} />
    </More>
  );
}

/** Which files are shown. */
export function ShowItems() {
  const [kinds, ...others] = SHOW_GROUPS;
  return (
    <More label={texts.show} Icon={ListFilter} name="show" groups={SHOW_GROUPS}>
      <Choices label={texts.show} groups={[kinds!]} />
      <Menu.Separator className={popup.separator} />
      <CommandGroups groups={others} />
    </More>
  );
}

/** How a file is looked at, but for what stands beside it. */
export const ViewItems = ({ groups }: { readonly groups: Groups }) => (
  <More label={plain(texts.menuView)} Icon={Eye} name="view" groups={groups}>
    <CommandGroups groups={groups} />
  </More>
);

/** How a slideshow goes on. */
export const ShowingItems = () => (
  <More label={texts.showOptions} Icon={Settings2} name="showing" groups={SHOWING_GROUPS}>
    <CommandGroups groups={SHOWING_GROUPS} />
  </More>
);

/** How a video plays. */
export const PlaybackItems = () => (
  <More label={plain(texts.menuPlayback)} Icon={SquarePlay} name="playback" groups={PLAYBACK_GROUPS}>
    <CommandGroups groups={PLAYBACK_GROUPS} />
  </More>
);

/** A name of the application menu without the mark of the letter that opens it. */
const plain = (label: string): string => label.replace('&', '');
