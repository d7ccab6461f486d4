// Renderer: a photo in the viewer: its thumbnail at once, the photo itself over it as soon as it is decoded.

import { useImperativeHandle, useLayoutEffect, useRef, useState, type Ref } from 'react';
import { formatOf } from '../../../electron/shared/media.js';
import { useApp } from '../../state/app.js';
import { useSelected } from '../../state/store.js';
import { texts } from '../../texts.js';
import type { Pictures } from './pictures.js';
import type { Subject } from './subject.js';
import { Unshowable } from './Unshowable.js';
import { useEntrance } from './useEntrance.js';
import { usePicture } from './usePicture.js';
import { useStage } from './useStage.js';
import type { Size } from './zoom.js';
import styles from './Viewer.module.css';

/** What keys and buttons of the viewer do with the photo. */
export interface PhotoHandle {
  zoomBy(factor: number): void;
  toggleActual(): void;
  /** Moves the picture; false when it is at fit. */
  pan(x: number, y: number): boolean;
}

interface PhotoStageProps {
  readonly subject: Subject;
  readonly pictures: Pictures;
  readonly onFit: (fit: boolean) => void;
  readonly ref: Ref<PhotoHandle>;
}

/** Stands for a size that is not known yet: large, so that the picture fills the stage. */
const LARGE = 10_000;

export function PhotoStage({ subject, pictures, onFit, ref }: PhotoStageProps) {
  const element = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const holder = useRef<HTMLDivElement>(null);
  const [small, setSmall] = useState<{ of: number; size: Size } | null>(null);
  const picture = usePicture(pictures, subject.url);
  // Without workers there are no renditions of what the window cannot decode.
  const off = useSelected(useApp().thumbnailStatus, ({ workers }) => workers === 0);
  const needsWorker = off && formatOf(subject.name)?.display === 'rendition';
  const size = sizeOf(subject, picture, small?.of === subject.item ? small.size : null);
  const stage = useStage(element, size, subject.item);
  const { pose, fit } = stage;
  useEntrance(frame, subject.item);

  useImperativeHandle(ref, () => ({
    zoomBy: stage.zoomBy,
    toggleActual: () => stage.toggleActual(),
    pan: (x, y) => {
      if (!fit) stage.panBy(x, y);
      return !fit;
    },
  }));
  useLayoutEffect(() => onFit(fit), [fit, onFit]);
  useLayoutEffect(() => {
    const place = holder.current!;
    if (picture.state !== 'ready') return place.replaceChildren();
    picture.element.className = styles.photo!;
    picture.element.alt = subject.name;
    picture.element.dataset['testid'] = 'viewer-image';
    if (picture.element.parentElement !== place) place.replaceChildren(picture.element);
  }, [picture, picture.state, subject.name]);

  return (
    <div
      ref={element}
      className={styles.stage}
      data-fit={fit}
      data-dragging={stage.dragging}
      onPointerDown={stage.onPointerDown}
      onDoubleClick={(event) => stage.toggleActual(stage.pointOf(event))}
    >
      <div
        ref={frame}
        className={styles.frame}
        data-smooth={stage.smooth}
        style={{
          width: size.width * pose.scale,
          height: size.height * pose.scale,
          transform: `translate(-50%, -50%) translate(${pose.x}px, ${pose.y}px)`,
        }}
      >
        {subject.thumbnail !== null && picture.state !== 'ready' && (
          <img
            key={subject.item}
            className={styles.photo}
            src={subject.thumbnail}
            alt=""
            draggable={false}
            onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
              setSmall({ of: subject.item, size: { width: (LARGE * width) / height, height: LARGE } })
            }
            onError={({ currentTarget }) => (currentTarget.hidden = true)}
          />
        )}
        <div ref={holder} className={styles.holder} />
      </div>
      {picture.state === 'failed' && (
        <Unshowable
          item={subject.item}
          title={texts.cannotShow}
          more={needsWorker ? texts.cannotShowOff : texts.cannotShowMore}
          action={texts.openExternally}
        />
      )}
    </div>
  );
}

function sizeOf(
  { width, height }: Subject,
  { state, element }: { state: string; element: HTMLImageElement },
  small: Size | null,
): Size {
  if (state === 'ready' && element.naturalWidth > 0) {
    return { width: element.naturalWidth, height: element.naturalHeight };
  }
  if (width > 0 && height > 0) return { width, height };
  return small ?? { width: LARGE, height: LARGE };
}
