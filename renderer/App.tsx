// Renderer: the window as a whole: the first start or the library, and what lies over both.

import { Fragment } from 'react';
import { DropOverlay } from './components/DropOverlay.js';
import { NoticeList } from './components/NoticeList.js';
import { useApp } from './state/app.js';
import { useSelected, useStore } from './state/store.js';
import { useCommands } from './commands/useCommands.js';
import { usePainted } from './usePainted.js';
import { useWayButtons } from './useWayButtons.js';
import { Browse } from './views/Browse/Browse.js';
import { Settings } from './views/Settings/Settings.js';
import { Dialogs } from './views/Actions/Dialogs.js';
import { Welcome } from './views/Welcome/Welcome.js';

export function App() {
  const { started, roots, language } = useApp();
  const spoken = useStore(language);
  const ready = useStore(started);
  const none = useSelected(roots, (list) => list.length === 0);
  useCommands();
  usePainted(ready);
  useWayButtons();
  return (
    // Other words everywhere: what shows them is made anew; what the window knows stays in its stores.
    <>
      <Fragment key={`below ${spoken}`}>{ready && (none ? <Welcome /> : <Browse />)}</Fragment>
      {/* Where the language is chosen stays as it is, and is only drawn again. */}
      <Settings />
      <Fragment key={`above ${spoken}`}>
        <Dialogs />
        <NoticeList />
        <DropOverlay />
      </Fragment>
    </>
  );
}
