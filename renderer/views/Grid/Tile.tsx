// Renderer: one file in the grid: a box that never changes, a picture that fades into it.

import { memo, useEffect, useState, type DragEvent, type MouseEvent } from 'react';
import { Film, Image, ImageOff, type LucideIcon } from 'lucide-react';
import type { MediaKind } from '../../../electron/shared/media.js';
import { FAVOURITE_FLAG, RATING_MASK } from '../../../electron/shared/marks.js';
import { idOfKey, type ItemKey } from '../../state/keys.js';
import { said, texts } from '../../texts.js';
import { badgeOf } from './badge.js';
import { TileMarks, useIsSelected, useMarkFlags } from './TileMarks.js';
import { TileVideo } from './TileVideo.js';
import { usePlay } from './usePlay.js';
import { useTilePicture } from './useTilePicture.js';
import { THUMBNAIL_SIDE, useTileSource } from './useTileSource.js';
import { useWhyMissing } from './useWhyMissing.js';
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
  readonly onPress: (item: ItemKey, event: MouseEvent) => void;
  readonly onDrag: (item: ItemKey, event: DragEvent<HTMLElement>) => void;
  readonly onActive: (item: ItemKey) => void;
}

/** Tiles lower than this are small, CSS pixels. */
const DENSE = 110;
/** Most pictures are there sooner: the words would only flicker. Milliseconds. */
const LATE = 300;
/** Up to this much enlarged a picture still looks sharp. */
const SOFT = 1.15;

export const Tile = memo(function Tile(props: TileProps) {
  const { item, name, kind, duration, left, top, width, height, active } = props;
  const source = useTileSource(item);
  const { failure, file } = source;
  const picture = useTilePicture(item, source, props.load);
  const flags = useMarkFlags(item);
  const play = usePlay(name, file !== null && props.load);
  const failed = failure ? said(failure.message) : picture.unshowable ? texts.cannotShow : null;
  const shown = failed !== null ? 'failed' : picture.loaded ? 'ready' : source.none ? 'none' : 'pending';
  const reason = failure ? texts.tileReason(failure.code) : texts.tileReason('unsupported');
  const fit = props.guessed ? 'contain' : 'cover';
  const sharper = Math.max(width, height) * window.devicePixelRatio > THUMBNAIL_SIDE * SOFT;
  const large = props.load && picture.loaded && sharper ? source.large : null;
  const roomy = width > 90 && height > 84;
  const badge = badgeOf(duration, width);
  // In a low tile the words stand between the signs above and those below, with room for one line or two.
  const crowded = !roomy && ((kind === 'video' && failed === null) || (flags & RATING_MASK) > 0);
  const [near, setNear] = useState(false);
  // Tiles come and go by the hundred: what can be done with one is in the page once somebody has pointed at it.
  const [met, setMet] = useState(false);
  const symbol = kind === 'video' ? Film : Image;
  const bare = shown === 'pending' && source.background === undefined && source.style !== 'plain';
  // Screen readers have the reason of a failure in the tile's name.
  const why = useWhyMissing(near || (active && failed === null), {
    failed: failed !== null,
    failure,
    ready: shown === 'ready',
  });
  const selected = useIsSelected(item);
  return (
    <div
      role="option"
      aria-selected={selected}
      aria-label={texts.tileName(
        name,
        kind,
        duration,
        failed === null ? null : { reason, why: failed },
        flags,
      )}
      title={why}
      aria-setsize={props.total}
      aria-posinset={props.position}
      tabIndex={active ? 0 : -1}
      className={styles.tile}
      style={{ left, top, width, height, backgroundImage: source.background }}
      data-testid="tile"
      data-id={idOfKey(item)}
      data-item={item}
      data-name={name}
      data-path={props.path}
      data-kind={kind}
      data-state={shown}
      data-bare={bare ? kind : undefined}
      data-favourite={(flags & FAVOURITE_FLAG) !== 0}
      data-rating={flags & RATING_MASK}
      draggable
      onClick={(event) => props.onPress(item, event)}
      onDragStart={(event) => props.onDrag(item, event)}
      onFocus={() => props.onActive(item)}
      onPointerEnter={() => {
        setNear(true);
        setMet(true);
        play.onPointerEnter();
      }}
      onPointerLeave={() => {
        setNear(false);
        play.onPointerLeave();
      }}
    >
      {props.load && bare && <WaitingLabel name={name} late={source.style !== 'name'} />}
      {shown !== 'failed' && <Preview url={props.load ? source.preview : null} fit={fit} />}
      {picture.url !== null && !picture.unshowable && (
        <img
          className={styles.picture}
          data-fit={fit}
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
      {large !== null && (
        <Layer key={large} url={large} className={styles.picture} fit={fit} id="tile-large" />
      )}
      {play.playing === 'image' && file !== null && (
        <Layer url={file} className={styles.play} id="tile-play" />
      )}
      {play.playing === 'video' && file !== null && <TileVideo src={file} />}
      {shown === 'failed' && (
        <Label
          icon={roomy ? ImageOff : null}
          name={name}
          reason={crowded ? null : reason}
          crowded={crowded}
        />
      )}
      {shown === 'none' && !play.playing && (
        <Label icon={roomy ? symbol : null} name={name} reason={null} crowded={crowded} />
      )}
      <TileMarks
        flags={flags}
        selected={selected}
        roomy={width > 110}
        large={height >= DENSE}
        offered={met || active}
      />
      {/* A small tile has room for the reason alone. */}
      {kind === 'video' && (roomy || shown !== 'failed') && (
        <span className={styles.badge} aria-hidden>
          {badge.triangle && <i className={styles.plays} />}
          {badge.time}
        </span>
      )}
    </div>
  );
});

type Fit = 'contain' | 'cover';

interface LayerProps {
  readonly url: string;
  readonly className: string | undefined;
  readonly fit?: Fit;
  /** For tests. */
  readonly id: string;
}

/** A picture over the one that is there: with more pixels, or one that moves. Without it that one stays. */
function Layer({ url, className, fit, id }: LayerProps) {
  const [loaded, setLoaded] = useState(false);
  return (
    <img
      className={className}
      data-fit={fit}
      data-loaded={loaded}
      src={url}
      alt=""
      draggable={false}
      decoding="async"
      data-testid={id}
      onLoad={() => setLoaded(true)}
    />
  );
}

/** What stands in a tile whose picture is coming, below the sign of its kind; `late`: only when that takes a while. */
function WaitingLabel({ name, late }: { readonly name: string; readonly late: boolean }) {
  const [waited, setWaited] = useState(!late);
  useEffect(() => {
    if (waited) return;
    const timer = setTimeout(() => setWaited(true), LATE);
    return () => clearTimeout(timer);
  }, [waited]);
  return (
    waited && (
      <div className={styles.label} data-waiting data-soft={late} data-testid="tile-label" aria-hidden>
        <div className={styles.labelName}>{name}</div>
      </div>
    )
  );
}

interface LabelProps {
  readonly icon: LucideIcon | null;
  readonly name: string;
  readonly reason: string | null;
  /** Something stands below it. */
  readonly crowded: boolean;
}

/** What stands in a tile without a picture; screen readers hear it in the tile's name. */
function Label({ icon: Icon, name, reason, crowded }: LabelProps) {
  return (
    <div
      className={styles.label}
      data-low={Icon === null}
      data-crowded={crowded}
      data-testid="tile-label"
      aria-hidden
    >
      {Icon && <Icon size={20} strokeWidth={1.5} aria-hidden />}
      {/* One text, not two: while thumbnails are slow there are hundreds of labels. */}
      <div className={styles.labelName}>{`${name} `}</div>
      {reason !== null && <div className={styles.labelReason}>{reason}</div>}
    </div>
  );
}

/** Once shown it stays, below the picture that fades in over it. */
function Preview({ url, fit }: { readonly url: string | null; readonly fit: Fit }) {
  const [kept, setKept] = useState(url);
  const [missing, setMissing] = useState<string | null>(null);
  const [loaded, setLoaded] = useState(false);
  if (url !== null && url !== kept) setKept(url);
  if (kept === null || kept === missing) return null;
  return (
    <img
      className={styles.preview}
      data-fit={fit}
      src={kept}
      alt=""
      draggable={false}
      decoding="async"
      data-loaded={loaded}
      data-testid="tile-preview"
      onLoad={() => setLoaded(true)}
      onError={() => setMissing(kept)}
    />
  );
}
