// Renderer: the main window: sidebar, toolbar, pictures, status.

import { useDeferredValue } from 'react';
import { ErrorBoundary } from '../../components/ErrorBoundary.js';
import { useApp } from '../../state/app.js';
import { useSelected } from '../../state/store.js';
import { showsPictures } from '../../state/view.js';
import { Activity } from '../Activity/Activity.js';
import { SelectionBar } from '../Actions/SelectionBar.js';
import { Problems } from '../Problems/Problems.js';
import { ActiveFilters } from '../Search/ActiveFilters.js';
import { FoldedSidebar } from '../Sidebar/FoldedSidebar.js';
import { Sidebar } from '../Sidebar/Sidebar.js';
import { StatusLine } from '../Status/StatusLine.js';
import { Toolbar } from '../Toolbar/Toolbar.js';
import { Viewer } from '../Viewer/Viewer.js';
import { Drawer } from './Drawer.js';
import { Main } from './Main.js';
import { useFocusHeld } from './useFocusHeld.js';
import { useNarrow } from './useNarrow.js';
import styles from './Browse.module.css';

export function Browse() {
  const { view } = useApp();
  const narrow = useNarrow();
  const sidebar = useSelected(view, (now) => now.sidebar);
  const folded = useSelected(view, (now) => now.folded);
  const drawer = useSelected(view, (now) => now.drawer);
  const pictures = useSelected(view, showsPictures);
  const main = useFocusHeld();
  const stay = () => undefined;
  // What stands around the pictures takes longer to make than they do: they come first, into their final places.
  const furnished = useDeferredValue(true, false);
  return (
    <div className={styles.window}>
      {!narrow && sidebar && (
        <div className={styles.side} data-folded={folded}>
          {furnished && (folded ? <FoldedSidebar /> : <Sidebar onOpen={stay} foldable />)}
        </div>
      )}
      {narrow && furnished && (
        <Drawer open={drawer} onClose={() => view.change({ drawer: false })}>
          <Sidebar onOpen={() => view.change({ drawer: false })} />
        </Drawer>
      )}
      <div className={styles.main}>
        {furnished && <SelectionBar />}
        {furnished ? <Toolbar sidebarOpen={narrow ? drawer : sidebar} /> : <div className={styles.bar} />}
        {pictures && <ActiveFilters />}
        <main ref={main} className={styles.view}>
          <Main />
        </main>
        {furnished ? <StatusLine /> : <div className={styles.line} />}
      </div>
      {furnished && <Problems />}
      {furnished && <Activity />}
      <ErrorBoundary>{furnished && <Viewer />}</ErrorBoundary>
    </div>
  );
}
