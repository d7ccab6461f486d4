// Renderer: a video that plays without sound in its tile. Moving the pointer over the tile moves through the video; where the
// pointer rests it plays on.

import { useEffect, useRef } from 'react';
import styles from './Grid.module.css';

/** A hand that rests moves so far, CSS pixels. */
const SLACK = 3;

export function TileVideo({ src }: { readonly src: string }) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = element.current!;
    const tile = video.parentElement!;
    let frame = 0;
    let share = 0;
    let last: number | null = null;
    const seek = () => {
      // One place after the other: the ones between are passed over.
      frame = video.seeking ? requestAnimationFrame(seek) : 0;
      if (frame === 0 && Number.isFinite(video.duration)) video.currentTime = share * video.duration;
    };
    const move = ({ clientX }: PointerEvent) => {
      last ??= clientX;
      if (Math.abs(clientX - last) < SLACK) return;
      last = clientX;
      const { left, width } = tile.getBoundingClientRect();
      share = Math.min(1, Math.max(0, (clientX - left) / width));
      if (frame === 0) frame = requestAnimationFrame(seek);
    };
    tile.addEventListener('pointermove', move);
    return () => {
      tile.removeEventListener('pointermove', move);
      cancelAnimationFrame(frame);
    };
  }, []);
  return (
    <video
      ref={element}
      className={styles.play}
      src={src}
      muted
      autoPlay
      loop
      playsInline
      disablePictureInPicture
      aria-hidden
      tabIndex={-1}
      data-testid="tile-play"
    />
  );
}
