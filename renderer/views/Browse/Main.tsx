// Renderer: what the open place shows.

import { ErrorBoundary } from '../../components/ErrorBoundary.js';
import { useApp } from '../../state/app.js';
import { useSelected } from '../../state/store.js';
import { showsPictures } from '../../state/view.js';
import { DuplicatesNote } from '../Duplicates/DuplicatesNote.js';
import { FolderView } from '../Folders/FolderView.js';
import { Grid } from '../Grid/Grid.js';
import { Home } from '../Home/Home.js';
import { Nothing } from './Nothing.js';

export function Main() {
  const place = useSelected(useApp().view, (now) => now.place);
  return (
    <ErrorBoundary of={place}>
      <Place />
    </ErrorBoundary>
  );
}

function Place() {
  const { view } = useApp();
  const kind = useSelected(view, ({ place }) => place.kind);
  const pictures = useSelected(view, showsPictures);
  switch (kind) {
    case 'home':
      return pictures ? (
        <>
          <Grid />
          <Nothing />
        </>
      ) : (
        <>
          <Home />
          <Nothing />
        </>
      );
    case 'browse':
      return <FolderView />;
    case 'duplicates':
      return (
        <>
          <Grid lead={<DuplicatesNote />} />
          <Nothing />
        </>
      );
    default:
      return (
        <>
          <Grid />
          <Nothing />
        </>
      );
  }
}
