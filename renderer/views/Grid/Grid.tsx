// Renderer: the pictures of the open place in justified rows. Only what is on screen and a little more
// is in the page; a tile is named by its file, so laying out anew never makes a picture load again.

import { useCallback, useRef, useState, type ReactNode } from 'react';
import { useApp } from '../../state/app.js';
import type { ItemKey } from '../../state/keys.js';
import { useSelected, useStore } from '../../state/store.js';
import { texts } from '../../texts.js';
import { GridMenu } from '../Actions/GridMenu.js';
import { EDGE, EdgeContext, RAIL } from './edge.js';
import { contentHeight } from './layout.js';
import { Headings } from './Headings.js';
import { GridModel } from './model.js';
import { placeTiles } from './tiles.js';
import { PageBar } from './PageBar.js';
import { Pages } from './pages.js';
import { Scrubber } from './Scrubber.js';
import { Tile } from './Tile.js';
import { useBand } from './useBand.js';
import { useActive } from './useActive.js';
import { useFrame } from './useFrame.js';
import { useGridMouse } from './useGridMouse.js';
import { useGridKeys } from './useGridKeys.js';
import { useLead } from './useLead.js';
import { useModel } from './useModel.js';
import { useSettling } from './useSettling.js';
import { useSpot } from './useSpot.js';
import { useWanted } from './useWanted.js';
import { useWheelZoom } from './useWheelZoom.js';
import { PAD, useWindow } from './useWindow.js';
import styles from './Grid.module.css';

interface GridProps {
  /** What stands above the pictures and is scrolled with them. */
  readonly lead?: ReactNode;
}

export function Grid({ lead = null }: GridProps) {
  const { items, library, options, selection, view } = useApp();
  const element = useRef<HTMLDivElement>(null);
  const zoomY = useRef(0);
  const [model] = useState(() => new GridModel((root) => library.listing(root)));
  const zoom = useSelected(view, (now) => now.zoom);
  const { height: leadHeight, ref: leadRef } = useLead(model);
  const [pages] = useState(() => new Pages(items, options, view));
  useModel(model, pages);
  const state = useStore(model);
  useFrame(element, model, zoom, zoomY);
  const { range, flying } = useWindow(element, model, state);
  useWheelZoom(element, zoomY);
  useWanted(model, state, range);
  useSpot(element, model, pages);
  useSettling(element, pages);
  const { active, setActive, activate } = useActive(element, model, state);
  const open = useCallback(
    (item: ItemKey) => {
      setActive(item);
      view.change({ item });
    },
    [view, setActive],
  );
  const onKeyDown = useGridKeys(model, { active, activate });
  const mouse = useGridMouse(active, open, setActive);
  useBand(element, model);
  const selecting = useSelected(selection.count, (count) => count > 0);

  // That of the files which are shown: the one that is typed is ahead of them.
  const search = useSelected(items, ({ of }) => of.criteria.search);
  const { keys, layout, dates } = state;
  const first = active ?? keys[0] ?? null;
  const tiles = state.settled ? placeTiles(layout, keys, range, first, (root) => library.listing(root)) : [];
  return (
    <div className={styles.paged}>
      <div className={styles.grid}>
        <GridMenu>
          <div className={styles.scroller} ref={element} onKeyDown={onKeyDown} tabIndex={-1} data-scroller>
            {lead !== null && (
              <EdgeContext value={dates === null ? EDGE : RAIL}>
                <div ref={leadRef}>{lead}</div>
              </EdgeContext>
            )}
            {state.settled && <Headings {...{ layout, range, keys }} lead={leadHeight} />}
            <div
              role="listbox"
              aria-multiselectable
              data-selecting={selecting}
              aria-label={texts.media}
              className={styles.content}
              data-testid="grid"
              data-count={keys.length}
              data-search={search}
              style={{ height: contentHeight(layout) + 2 * PAD }}
            >
              {tiles.map((tile) => (
                <Tile
                  key={tile.item}
                  {...tile}
                  total={keys.length}
                  active={tile.item === first}
                  load={!flying}
                  {...mouse}
                  onActive={setActive}
                />
              ))}
            </div>
          </div>
        </GridMenu>
        {dates !== null && dates.more === null && (
          <Scrubber element={element} model={model} layout={layout} dates={dates} lead={leadHeight} />
        )}
      </div>
      <PageBar pages={pages} />
    </div>
  );
}
