// Renderer: what stands in place of pictures when there are none to show.

import { Button } from '../../components/Button.js';
import message from '../../components/Message.module.css';
import { useLate } from '../../components/useLate.js';
import { useApp } from '../../state/app.js';
import { narrows, NO_CRITERIA } from '../../state/criteria.js';
import { folderOf } from '../../state/places.js';
import { useSelected, useStore } from '../../state/store.js';
import { texts } from '../../texts.js';
import { GridMenu } from '../Actions/GridMenu.js';
import { nothingFound } from '../Search/nothing-found.js';
import { useSearching } from '../Search/useSearching.js';
import { SearchEverywhere } from '../Search/SearchEverywhere.js';
import { AddFolder } from '../Welcome/AddFolder.js';
import styles from './Browse.module.css';

export function Nothing() {
  const { items } = useApp();
  const empty = useSelected(items, ({ keys }) => keys.length === 0);
  return empty ? <Sentence /> : null;
}

function Sentence() {
  const { items, roots, sources, view, duplicates } = useApp();
  const { inPlace, of, known } = useStore(items);
  const list = useStore(roots);
  const comparing = useSelected(
    duplicates,
    (now) => !now.known || now.compared + now.unreadable < now.candidates,
  );
  const own = useSelected(view, ({ criteria }) => criteria);
  const searching = useSearching(of.criteria);
  const late = useLate(true);
  // As long as that is not known, what stands above says how far it is.
  if (!late || (of.place.kind === 'duplicates' && comparing)) return null;
  const scanning = list.some(({ state }) => state === 'scanning');
  const folder = folderOf(of.place);
  const offline = list.find(
    ({ id, state }) => state === 'offline' && (folder === null ? list.length === 1 : folder.root === id),
  );
  const filtered = inPlace > 0 && (of.place.kind !== 'favourites' || narrows(own));
  const words = filtered
    ? searching
      ? texts.searching
      : nothingFound(of.criteria, sources.finder)
    : offline !== undefined
      ? texts.rootOffline(offline.name)
      : scanning || !known
        ? texts.noneYet
        : texts.noneIn(of.place.kind);
  return (
    // Where there are no files, all is empty ground: its menu takes filters away again.
    <GridMenu>
      <div className={styles.nothing} data-testid="nothing">
        <div className={message.message}>
          <p className={message.plain}>{words}</p>
          {filtered && (
            <div className={styles.ways}>
              {of.criteria.search !== '' && <SearchEverywhere />}
              <Button onClick={() => view.narrow(NO_CRITERIA)} data-testid="show-all">
                {texts.showAll}
              </Button>
            </div>
          )}
          <AddFolder />
        </div>
      </div>
    </GridMenu>
  );
}
