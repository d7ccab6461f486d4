// Renderer: one file in the grid: a box that never changes, a picture that fades into it.

import { memo, useSyncExternalStore, type MouseEvent } from 'react';
import { ImageOff, Play } from 'lucide-react';
import type { MediaKind } from '../../../electron/shared/media.js';
import { useApp } from '../../state/app.js';
import { idOfKey, rootOfKey, type ItemKey } from '../../state/keys.js';
import { originalUrl, thumbnailUrl } from '../../state/urls.js';
import { texts } from '../../texts.js';
import { formatDuration } from '../../format.js';
import { usePlay } from './usePlay.js';
import { useTilePicture } from './useTilePicture.js';
import styles from './Grid.module.css';

export interface TileProps {
  readonly item: ItemKey;
  readonly name: string;
  readonly path: string;
  readonly kind: MediaKind;
  /** Seconds, 0 while unknown. */
  readonly duration: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The box was made from a guess: the whole picture is fitted into it. */
  readonly guessed: boolean;
  /** 1 for the first file of the place. */
  readonly position: number;
  readonly total: number;
  readonly active: boolean;
  /** False while the grid flies by. */
  readonly load: boolean;
  readonly onOpen: (item: ItemKey) => void;
  readonly onActive: (item: ItemKey) => void;
}

export const Tile = memo(function Tile(props: TileProps) {
  const { item, name, kind, duration, left, top, width, height, active } = props;
  const { thumbnails, placeholders, library } = useApp();
  useSyncExternalStore(thumbnails.subscribe, () => thumbnails.stamp(item));
  const state = thumbnails.state(item);
  const round = thumbnails.round(item);
  const listing = library.listing(rootOfKey(item));
  const row = listing?.rowOf(idOfKey(item)) ?? -1;
  const url =
    listing === undefined || row < 0 || state === 'waiting' || state === 'failed'
      ? null
      : thumbnailUrl(item, listing, row, round);
  const picture = useTilePicture(item, url, round, props.load);
  const original = listing !== undefined && row >= 0 ? originalUrl(item, listing, row) : null;
  const play = usePlay(name, original !== null && props.load);
  const backgroundImage = picture.loaded ? undefined : placeholders.background(item);
  const failure = state === 'failed' ? thumbnails.failure(item) : undefined;
  const reason = failure === undefined ? '' : texts.tileReason(failure.code);
  const shown = state === 'failed' ? 'failed' : picture.loaded ? 'ready' : 'pending';
  const open = (event: MouseEvent) => {
    if (event.button === 0) props.onOpen(item);
  };
  return (
    <div
      role="option"
      aria-selected={active}
      aria-label={texts.tileName(name, kind, duration, failure?.message ?? null)}
      aria-setsize={props.total}
      aria-posinset={props.position}
      tabIndex={active ? 0 : -1}
      className={styles.tile}
      style={{ left, top, width, height, backgroundImage }}
      data-testid="tile"
      data-id={idOfKey(item)}
      data-item={item}
      data-name={name}
      data-path={props.path}
      data-kind={kind}
      data-state={shown}
      onClick={open}
      onFocus={() => props.onActive(item)}
      onPointerEnter={play.onPointerEnter}
      onPointerLeave={play.onPointerLeave}
    >
      {picture.url !== null && (
        <img
          className={styles.picture}
          data-fit={props.guessed ? 'contain' : 'cover'}
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
      {play.playing === 'image' && original !== null && (
        <img className={styles.play} src={original} alt="" draggable={false} data-testid="tile-play" />
      )}
      {play.playing === 'video' && original !== null && (
        <video
          className={styles.play}
          src={original}
          muted
          autoPlay
          loop
          playsInline
          disablePictureInPicture
          aria-hidden
          tabIndex={-1}
          data-testid="tile-play"
        />
      )}
      {state === 'failed' && (
        <div className={styles.failed}>
          {width > 90 && height > 84 && <ImageOff size={20} strokeWidth={1.5} aria-hidden />}
          <span className={styles.failedName}>{name}</span>
          <span className={styles.failedReason}>{reason}</span>
        </div>
      )}
      {kind === 'video' && (
        <span className={styles.badge} aria-hidden>
          {(duration === 0 || width > 84) && <Play size={10} fill="currentColor" strokeWidth={0} />}
          {duration > 0 && formatDuration(duration)}
        </span>
      )}
    </div>
  );
});
