// Renderer: one picture that fills its box: its colours first, then the thumbnail fading in over them.

import { memo, useEffect, useState } from 'react';
import { Film, Image } from 'lucide-react';
import { useApp } from '../state/app.js';
import { idOfKey, rootOfKey, type ItemKey } from '../state/keys.js';
import { useTilePicture } from '../views/Grid/useTilePicture.js';
import { useTileSource } from '../views/Grid/useTileSource.js';
import styles from './Cover.module.css';

interface CoverProps {
  readonly item: ItemKey;
  /** The box has more pixels than a thumbnail. */
  readonly large?: boolean;
  /** The picture is on screen, or there will be none. */
  readonly onReady?: (item: ItemKey) => void;
}

export const Cover = memo(function Cover({ item, large = false, onReady }: CoverProps) {
  const { library, wishes } = useApp();
  const source = useTileSource(item);
  const picture = useTilePicture(item, source, true);
  const none = source.failure !== undefined || source.none || picture.unshowable;
  const ready = picture.loaded || none;
  useEffect(() => wishes.cover(item), [wishes, item]);
  useEffect(() => {
    if (ready) onReady?.(item);
  }, [ready, item, onReady]);
  const listing = library.listing(rootOfKey(item));
  const row = listing?.rowOf(idOfKey(item)) ?? -1;
  const isVideo = listing !== undefined && row >= 0 && listing.kindAt(row) === 'video';
  const Icon = isVideo ? Film : Image;
  return (
    <span
      className={styles.cover}
      style={{ backgroundImage: source.background }}
      data-ready={ready}
      data-item={item}
    >
      {none && <Icon className={styles.icon} size={20} strokeWidth={1.5} aria-hidden />}
      {picture.url !== null && !picture.unshowable && (
        <img
          className={styles.picture}
          data-loaded={picture.loaded}
          data-instant={picture.instant}
          src={picture.url}
          alt=""
          draggable={false}
          decoding="async"
          onLoad={picture.onLoad}
          onError={picture.onError}
        />
      )}
      {large && picture.loaded && source.large !== null && <Sharp key={source.large} url={source.large} />}
    </span>
  );
});

/** The picture with more pixels, over the one that is there. Without it that one stays. */
function Sharp({ url }: { readonly url: string }) {
  const [loaded, setLoaded] = useState(false);
  return (
    <img
      className={styles.picture}
      data-loaded={loaded}
      src={url}
      alt=""
      draggable={false}
      decoding="async"
      onLoad={() => setLoaded(true)}
    />
  );
}
