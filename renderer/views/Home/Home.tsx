// Renderer: the home screen: pictures from all over the library, what there is, and the ways in.

import { useApp } from '../../state/app.js';
import { useSelected } from '../../state/store.js';
import { formatNumber } from '../../format.js';
import { texts } from '../../texts.js';
import { GridMenu } from '../Actions/GridMenu.js';
import { Mosaic } from './Mosaic.js';
import { useTakenBy } from './useTakenBy.js';
import { useTotals } from './useTotals.js';
import { Ways } from './Ways.js';
import styles from './Home.module.css';

export function Home() {
  const { items } = useApp();
  const photos = useSelected(items, ({ totals }) => totals.photos);
  const videos = useSelected(items, ({ totals }) => totals.videos);
  const totals = useTotals();
  const taken = useTakenBy();
  if (photos + videos === 0) return null;
  return (
    <div className={styles.home} data-testid="home">
      <GridMenu>
        <Mosaic />
      </GridMenu>
      <div className={styles.below}>
        <dl className={styles.totals} data-testid="totals">
          <Total value={formatNumber(photos)} label={texts.photosWord(photos)} />
          <Total value={formatNumber(videos)} label={texts.videosWord(videos)} />
          {totals !== null && (
            <>
              <Total value={formatNumber(totals.folders)} label={texts.foldersWord(totals.folders)} />
              <Total
                value={formatNumber(totals.years)}
                label={texts.yearsWord(totals.years, totals.first, totals.last)}
              />
              {/* Within the others, whichever is known first: none comes between two that are read already. */}
              {taken !== null && taken.placed > 0 && (
                <Total value={formatNumber(taken.placed)} label={texts.totalPlaced} />
              )}
              {taken !== null && taken.cameras > 0 && (
                <Total value={formatNumber(taken.cameras)} label={texts.camerasWord(taken.cameras)} />
              )}
            </>
          )}
        </dl>
        <Ways onThisDay={totals?.onThisDay ?? 0} />
      </div>
    </div>
  );
}

function Total({ value, label }: { readonly value: string; readonly label: string }) {
  return (
    <div className={styles.total}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
