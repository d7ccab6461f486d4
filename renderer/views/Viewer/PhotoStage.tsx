// Renderer: a photo in the viewer: its thumbnail at once, the photo itself over it as soon as it is decoded.

import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState, type Ref } from 'react';
import { formatOf, mayHaveAlpha, SCREEN_SIDE } from '../../../electron/shared/media.js';
import { useApp } from '../../state/app.js';
import { useSelected } from '../../state/store.js';
import { said, texts } from '../../texts.js';
import type { Picture, Pictures } from './pictures.js';
import type { Progress } from './slideshow.js';
import type { Subject } from './subject.js';
import type { QuarterTurns } from './turns.js';
import { Fewer } from './Fewer.js';
import { LiveBadge } from './LiveBadge.js';
import { LiveVideo } from './LiveVideo.js';
import { Unshowable } from './Unshowable.js';
import { Waiting } from './Waiting.js';
import { useEntered, usePassage } from './usePassage.js';
import { useLive } from './useLive.js';
import { useOrientation } from './useOrientation.js';
import { usePicture, useWhole } from './usePicture.js';
import { useStage } from './useStage.js';
import { enlarged, turnedSize, type Size } from './zoom.js';
import styles from './Stage.module.css';

/** What keys and buttons of the viewer do with the photo. */
export interface PhotoHandle {
  /** All of it is seen, as large as the window allows. */
  readonly fit: boolean;
  /** It has a moving half. */
  readonly moves: boolean;
  zoomBy(factor: number): void;
  toggleActual(): void;
  /** Moves the picture; false when it is at fit. */
  pan(x: number, y: number): boolean;
  /** Plays the moving half of the photo, or ends it. */
  toggleLive(): void;
}

interface PhotoStageProps {
  readonly subject: Subject;
  readonly pictures: Pictures;
  /** Photos with all their pixels. */
  readonly whole: Pictures;
  readonly quarterTurns: QuarterTurns;
  readonly onFit: (fit: boolean) => void;
  /** Tells what has become of the photo with this URL. */
  readonly onProgress: (url: string, progress: Progress) => void;
  /** It is what the viewer was opened for. */
  readonly entering: boolean;
  readonly ref: Ref<PhotoHandle>;
}

/** Stands for a size that is not known yet: large, so that the picture fills the stage. */
const LARGE = 10_000;

export function PhotoStage({
  subject,
  pictures,
  whole,
  quarterTurns,
  onFit,
  onProgress,
  entering,
  ref,
}: PhotoStageProps) {
  const element = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const holder = useRef<HTMLDivElement>(null);
  const thumbnail = useRef<HTMLImageElement>(null);
  const [small, setSmall] = useState<{ of: number; size: Size } | null>(null);
  const loaded = usePicture(pictures, subject);
  const orientation = useOrientation(subject);
  const entered = useEntered(entering && loaded.large);
  // Its thumbnail is upright and stays until the photo can be.
  const early = loaded.state === 'ready' && (orientation === null || !entered);
  const picture = early ? { ...loaded, state: 'loading' as const } : loaded;
  const { commands, thumbnailStatus } = useApp();
  // What the window cannot decode is shown by way of a worker and of the store.
  const needsWorker = formatOf(subject.name)?.display === 'rendition';
  const why = useSelected(thumbnailStatus, ({ workers, originals, notice }) => {
    if (!needsWorker || !originals) return null;
    return workers === 0 ? texts.cannotShowOff : notice && said(notice);
  });
  const [close, setClose] = useState<string | null>(null);
  const wanted = useWhole(whole, subject.full, close === subject.url);
  const all = wanted?.state === 'ready' ? wanted : null;
  const shown = all?.element ?? picture.element;
  // What a worker has made is upright.
  const stored = isOriginal(shown) ? (orientation ?? 1) : 1;
  const seen = sizeOf(subject, all ?? picture, small?.of === subject.item ? small.size : null, stored);
  const size = turnedSize(seen, quarterTurns);
  const stage = useStage(element, size, subject.item, quarterTurns);
  const { pose, fit } = stage;
  const wide = turnedSize(size, quarterTurns).width * pose.scale * window.devicePixelRatio;
  if (close !== subject.url && hasFewer(picture, wide)) setClose(subject.url);
  // Of a large photo only the thumbnail flies in: the photo itself would be decoded for each size on its way.
  const flies = loaded.large && quarterTurns === 0 ? { herald: thumbnail } : {};
  usePassage(frame, subject.item, entering, flies);
  const live = useLive(subject);
  const moves = live.url !== null;

  useImperativeHandle(ref, () => ({
    fit,
    moves,
    zoomBy: stage.zoomBy,
    toggleActual: () => stage.toggleActual(),
    pan: (x, y) => {
      if (!fit) stage.panBy(x, y);
      return !fit;
    },
    toggleLive: () => {
      if (live.playing) live.stop();
      else live.play();
    },
  }));
  // Known later than the photo.
  useEffect(() => commands.changed(), [commands, moves]);
  useLayoutEffect(() => onFit(fit), [fit, onFit]);
  useReport(subject.url, picture, onProgress);
  useLayoutEffect(() => {
    const place = holder.current!;
    if (picture.state !== 'ready') return place.replaceChildren();
    shown.className = styles.photo!;
    shown.role = 'img';
    shown.ariaLabel = subject.name;
    shown.dataset['testid'] = 'viewer-image';
    if (shown.parentElement !== place) place.replaceChildren(shown);
  }, [shown, picture.state, subject.name]);

  return (
    <div
      ref={element}
      className={styles.stage}
      data-fit={fit}
      data-dragging={stage.dragging}
      aria-busy={picture.state === 'loading'}
      onPointerDown={stage.onPointerDown}
      onDoubleClick={stage.onDoubleClick}
    >
      <div
        ref={frame}
        className={styles.frame}
        data-smooth={stage.smooth}
        style={{
          width: size.width * pose.scale,
          height: size.height * pose.scale,
          transform: `translate(-50%, -50%) translate(${pose.x}px, ${pose.y}px)`,
          // The middle of the picture, as it stands there.
          transformOrigin: `${pose.x}px ${pose.y}px`,
        }}
      >
        <div className={styles.turned} data-turns={quarterTurns}>
          {subject.thumbnail !== null && picture.state !== 'ready' && (
            <img
              key={subject.item}
              ref={thumbnail}
              className={styles.photo}
              data-failed={picture.state === 'failed'}
              src={subject.thumbnail}
              alt=""
              decoding="sync"
              draggable={false}
              onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
                setSmall({ of: subject.item, size: { width: (LARGE * width) / height, height: LARGE } })
              }
              onError={({ currentTarget }) => (currentTarget.hidden = true)}
            />
          )}
          <div
            ref={holder}
            className={styles.holder}
            data-orientation={stored}
            data-alpha={mayHaveAlpha(subject.name)}
          />
          {live.playing && live.url !== null && (
            <LiveVideo
              key={live.url}
              url={live.url}
              onBegin={live.begin}
              onEnd={live.stop}
              onFail={live.fail}
            />
          )}
        </div>
      </div>
      {picture.state === 'loading' && <Waiting key={subject.url} />}
      {live.coming && picture.state === 'ready' && <Waiting key={live.url} />}
      {moves && <LiveBadge live={live} />}
      {wanted?.state === 'failed' && !fit && <Fewer key={subject.url} item={subject.item} />}
      {picture.state === 'failed' && (
        <Unshowable
          item={subject.item}
          title={texts.cannotShow}
          more={why ?? texts.cannotShowMore}
          action={texts.openExternally}
        />
      )}
    </div>
  );
}

/** Tells when the photo stands on the screen, or never will. */
function useReport(url: string, { state }: Picture, onProgress: PhotoStageProps['onProgress']): void {
  const report = useRef(onProgress);
  useLayoutEffect(() => {
    report.current = onProgress;
  });
  useEffect(() => {
    if (state === 'loading') return;
    if (state === 'failed') return report.current(url, 'failed');
    // What follows from it must not take the processor from its painting.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => report.current(url, 'shown'));
    });
    return () => cancelAnimationFrame(frame);
  }, [url, state]);
}

/** Whether a picture is shown over more pixels of the screen than it has. One with all pixels of its photo never is. */
function hasFewer({ state, element }: Picture, wide: number): boolean {
  if (state !== 'ready') return false;
  return element.naturalWidth * 1.05 < wide && isReduced(element);
}

/** Whether a worker has made it, because Chromium cannot decode the file. */
const isMade = (element: HTMLImageElement): boolean => element.src.includes('size=screen');

/** Whether it is the file itself. */
const isOriginal = (element: HTMLImageElement): boolean => element.src.startsWith('media:');

/** Whether it may have been made smaller: what Chromium cannot decode is first shown with so many pixels at most. */
const isReduced = (element: HTMLImageElement): boolean =>
  isMade(element) && Math.max(element.naturalWidth, element.naturalHeight) >= SCREEN_SIDE;

function sizeOf(
  { width, height }: Subject,
  { state, element }: Pick<Picture, 'state' | 'element'>,
  small: Size | null,
  stored: number,
): Size {
  if (state === 'ready' && element.naturalWidth > 0) {
    const pixels = { width: element.naturalWidth, height: element.naturalHeight };
    const natural = turnedSize(pixels, stored > 4 ? 1 : 0);
    // All pixels of the photo count, not those of the first look at it.
    return isReduced(element) ? enlarged(natural, { width, height }) : natural;
  }
  if (width > 0 && height > 0) return { width, height };
  return small ?? { width: LARGE, height: LARGE };
}
