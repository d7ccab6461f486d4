// Renderer: the bar above the pictures: where one is, what is shown and how.

import { PanelLeft } from 'lucide-react';
import { IconButton } from '../../components/Button.js';
import { shortcut } from '../../commands/table.js';
import { useApp } from '../../state/app.js';
import { useSelected } from '../../state/store.js';
import { isOrderFree, showsPictures } from '../../state/view.js';
import { texts } from '../../texts.js';
import { Filters } from '../Search/Filters.js';
import { SearchField } from '../Search/SearchField.js';
import { Breadcrumb } from './Breadcrumb.js';
import { BrowsingSwitch } from './BrowsingSwitch.js';
import { KindFilter } from './KindFilter.js';
import { Reorder } from './Reorder.js';
import { ShuffleAgain } from './ShuffleAgain.js';
import { SortMenu } from './SortMenu.js';
import { Way } from './Way.js';
import { ZoomSlider } from './ZoomSlider.js';
import styles from './Toolbar.module.css';

export function Toolbar({ sidebarOpen }: { readonly sidebarOpen: boolean }) {
  const { commands, view, items } = useApp();
  const home = useSelected(view, ({ place }) => place.kind === 'home');
  const browse = useSelected(view, ({ place }) => place.kind === 'browse');
  const grid = useSelected(view, showsPictures);
  // A folder of nothing but folders has nothing to choose from.
  const any = useSelected(items, ({ inPlace }) => inPlace > 0);
  const pictures = grid && (any || !browse);
  const kinds = useSelected(view, ({ place }) => place.kind !== 'videos') && pictures;
  const free = useSelected(view, ({ place }) => isOrderFree(place));
  const shuffled = useSelected(view, ({ place }) => place.kind === 'shuffle');
  return (
    <header className={styles.toolbar} data-testid="toolbar">
      <IconButton
        label={texts.toggleSidebar(sidebarOpen)}
        shortcut={shortcut('sidebar')}
        aria-expanded={sidebarOpen}
        onClick={() => commands.run('sidebar')}
        data-testid="toggle-sidebar"
      >
        <PanelLeft size={20} strokeWidth={1.5} aria-hidden />
      </IconButton>
      <Way />
      <Breadcrumb />
      {(pictures || home) && <SearchField />}
      {kinds && <KindFilter />}
      {pictures && <Filters />}
      {pictures && <Reorder />}
      {pictures && free && <SortMenu />}
      {shuffled && <ShuffleAgain />}
      {browse && <BrowsingSwitch />}
      {pictures && <ZoomSlider />}
    </header>
  );
}
