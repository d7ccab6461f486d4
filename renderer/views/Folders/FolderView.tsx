// Renderer: browsing by folder: a flow of covers, or cards with the pictures below them.

import { browsedName, openFolder } from '../../commands/folder-commands.js';
import message from '../../components/Message.module.css';
import { useLate } from '../../components/useLate.js';
import { useApp } from '../../state/app.js';
import { folderOf } from '../../state/places.js';
import { useSelected, useStore } from '../../state/store.js';
import { texts } from '../../texts.js';
import { GridMenu } from '../Actions/GridMenu.js';
import { Grid } from '../Grid/Grid.js';
import { AddFolder } from '../Welcome/AddFolder.js';
import { CoverFlow } from './CoverFlow.js';
import { FolderCards } from './FolderCards.js';
import { above, type FolderCard } from './foldersAt.js';
import { useFolders } from './useFolders.js';
import styles from './FolderView.module.css';

export function FolderView() {
  const app = useApp();
  const { view, roots, items, browsed } = app;
  const browsing = useSelected(view, (now) => now.browsing);
  const list = useStore(roots);
  const files = useSelected(items, ({ inPlace }) => inPlace);
  const folders = useFolders();
  const { place, cards, known } = folders;
  const name = browsedName(place);
  const open = (card: FolderCard) => {
    const folder = folderOf(card.place);
    if (folder !== null) openFolder(app, { ...folder, browse: card.place.kind === 'browse' });
  };
  const up = () => {
    const goal = above(place, list);
    if (goal !== null) view.open(goal);
  };
  if (cards.length === 0 && (browsing === 'flow' || place.root === null) && files === 0) {
    return <Empty known={known} />;
  }
  if (browsing === 'flow') {
    return (
      <GridMenu>
        <CoverFlow key={name} folders={folders} onOpen={open} onUp={up} />
      </GridMenu>
    );
  }
  const last = browsed.get(name);
  const more = files > 0;
  return <Grid lead={<FolderCards key={name} {...{ cards, last, more }} onOpen={open} onUp={up} />} />;
}

function Empty({ known }: { readonly known: boolean }) {
  const late = useLate(true);
  if (!late) return null;
  return (
    <div className={styles.empty} data-testid="nothing">
      <div className={message.message}>
        <p className={message.plain}>{known ? texts.noneHere : texts.noneYet}</p>
        <AddFolder />
      </div>
    </div>
  );
}
