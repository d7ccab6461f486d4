// Renderer: where a photo was taken, on a small map that is part of the app.

import { useEffect, useState } from 'react';
import { Copy, Globe, ZoomIn } from 'lucide-react';
import { copyCoordinates } from '../../commands/copy-place.js';
import { Button } from '../../components/Button.js';
import { Loading } from '../../components/Loading.js';
import { useApp } from '../../state/app.js';
import { useStore } from '../../state/store.js';
import { texts } from '../../texts.js';
import { around, spotOf, WORLD, type Place } from './map.js';
import type { World } from './world.js';
import styles from './InfoPanel.module.css';

export function PlaceMap(place: Place) {
  const app = useApp();
  const { commands, map } = app;
  const world = useWorld();
  const far = useStore(map) === 'world';
  useEffect(() => {
    map.set('near');
    return () => map.set(null);
  }, [map]);
  const { latitude, longitude } = place;
  const extent = far ? WORLD : around(place);
  const spot = spotOf(place, extent);
  const Icon = far ? ZoomIn : Globe;
  return (
    <figure className={styles.map} data-testid="place-map">
      <div className={styles.sea} role="img" aria-label={texts.mapOf(texts.place(latitude, longitude))}>
        {world === null ? (
          <Loading className={styles.mapWaiting} />
        ) : (
          <svg
            viewBox={`${extent.x} ${extent.y} ${extent.width} ${extent.height}`}
            preserveAspectRatio="none"
            aria-hidden
          >
            {/* What lies beyond the date line is drawn once more on each side. */}
            {[-360, 0, 360].map((shift) => (
              <g key={shift} transform={`translate(${shift} 0)`}>
                <path className={styles.land} d={world.land} />
                <path className={styles.borders} d={world.borders} />
              </g>
            ))}
          </svg>
        )}
        <span className={styles.spot} style={{ left: `${spot.x * 100}%`, top: `${spot.y * 100}%` }} />
      </div>
      <div className={styles.mapActions}>
        <Button className={styles.quiet} onClick={() => copyCoordinates(app, place)} data-testid="copy-place">
          <Copy size={16} strokeWidth={1.5} aria-hidden />
          {texts.commands.copyPlace}
        </Button>
        <Button className={styles.quiet} onClick={() => commands.run('wholeMap')} data-testid="map-zoom">
          <Icon size={16} strokeWidth={1.5} aria-hidden />
          {far ? texts.mapNear : texts.mapFar}
        </Button>
      </div>
    </figure>
  );
}

let loading: Promise<World> | undefined;
const NO_LAND: World = { land: '', borders: '' };

/** Null until the outlines are there. */
function useWorld(): World | null {
  const [world, setWorld] = useState<World | null>(null);
  const { notices } = useApp();
  useEffect(() => {
    let wanted = true;
    loading ??= import('./world.js').then(({ drawWorld }) => drawWorld());
    loading.then(
      (drawn) => wanted && setWorld(drawn),
      (error: unknown) => {
        // The next place that is looked at asks again; the spot alone says where on the globe it is.
        loading = undefined;
        if (wanted) setWorld(NO_LAND);
        notices.report(error);
      },
    );
    return () => {
      wanted = false;
    };
  }, [notices]);
  return world;
}
