// Renderer: the main window: sidebar, toolbar, pictures, status.

import { ErrorBoundary } from '../../components/ErrorBoundary.js';
import { useApp } from '../../state/app.js';
import { useSelected } from '../../state/store.js';
import { Grid } from '../Grid/Grid.js';
import { Problems } from '../Problems/Problems.js';
import { Sidebar } from '../Sidebar/Sidebar.js';
import { StatusLine } from '../Status/StatusLine.js';
import { Toolbar } from '../Toolbar/Toolbar.js';
import { Viewer } from '../Viewer/Viewer.js';
import { Drawer } from './Drawer.js';
import { Nothing } from './Nothing.js';
import { useNarrow } from './useNarrow.js';
import { toggleSidebar } from './toggleSidebar.js';
import styles from './Browse.module.css';

export function Browse() {
  const { view } = useApp();
  const narrow = useNarrow();
  const sidebar = useSelected(view, (now) => now.sidebar);
  const drawer = useSelected(view, (now) => now.drawer);
  const stay = () => undefined;
  return (
    <div className={styles.window}>
      {!narrow && sidebar && (
        <div className={styles.side}>
          <Sidebar onOpen={stay} />
        </div>
      )}
      {narrow && (
        <Drawer open={drawer} onClose={() => view.change({ drawer: false })}>
          <Sidebar onOpen={() => view.change({ drawer: false })} />
        </Drawer>
      )}
      <div className={styles.main}>
        <Toolbar sidebarOpen={narrow ? drawer : sidebar} onSidebar={() => toggleSidebar(view)} />
        <main className={styles.view}>
          <ErrorBoundary>
            <Grid />
            <Nothing />
          </ErrorBoundary>
        </main>
        <StatusLine />
      </div>
      <Problems />
      <ErrorBoundary>
        <Viewer />
      </ErrorBoundary>
    </div>
  );
}
