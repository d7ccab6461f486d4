// Renderer: the bar above the pictures: where one is, what is shown and how.

import { PanelLeft } from 'lucide-react';
import { IconButton } from '../../components/Button.js';
import { keysFor } from '../../shortcuts.js';
import { texts } from '../../texts.js';
import { Filters } from '../Search/Filters.js';
import { SearchField } from '../Search/SearchField.js';
import { Breadcrumb } from './Breadcrumb.js';
import { KindFilter } from './KindFilter.js';
import { Reorder } from './Reorder.js';
import { SortMenu } from './SortMenu.js';
import { ZoomSlider } from './ZoomSlider.js';
import styles from './Toolbar.module.css';

interface ToolbarProps {
  readonly sidebarOpen: boolean;
  readonly onSidebar: () => void;
}

export function Toolbar({ sidebarOpen, onSidebar }: ToolbarProps) {
  return (
    <header className={styles.toolbar} data-testid="toolbar">
      <IconButton
        label={texts.toggleSidebar(sidebarOpen)}
        shortcut={keysFor('sidebar')}
        aria-expanded={sidebarOpen}
        onClick={onSidebar}
        data-testid="toggle-sidebar"
      >
        <PanelLeft size={20} strokeWidth={1.5} aria-hidden />
      </IconButton>
      <Breadcrumb />
      <SearchField />
      <KindFilter />
      <Filters />
      <Reorder />
      <SortMenu />
      <ZoomSlider />
    </header>
  );
}
