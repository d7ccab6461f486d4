// Renderer: the moving half of a photo, over the still one, without sound. When it has ended the still is there again.

import { useEffect, useRef, useState } from 'react';
import { playUrl } from '../../state/urls.js';
import { playStream } from './stream.js';
import styles from './Stage.module.css';

interface LiveVideoProps {
  readonly url: string;
  /** It has ended, or cannot be played. */
  readonly onEnd: () => void;
}

export function LiveVideo({ url, onEnd }: LiveVideoProps) {
  const element = useRef<HTMLVideoElement>(null);
  // Phones write codecs that Chromium may not know.
  const [streamed, setStreamed] = useState(false);
  const latest = useRef(onEnd);
  useEffect(() => {
    latest.current = onEnd;
  });
  useEffect(() => {
    const video = element.current!;
    const end = streamed
      ? playStream(video, {
          urlAt: (seconds) => playUrl(url, seconds),
          duration: 0,
          onFail: () => latest.current(),
        })
      : () => undefined;
    if (!streamed) video.src = url;
    video.play().catch(() => undefined);
    return () => {
      end();
      video.removeAttribute('src');
      video.load();
    };
  }, [url, streamed]);
  const fail = () => (streamed ? onEnd() : setStreamed(true));
  return (
    <video
      ref={element}
      className={styles.moving}
      muted
      playsInline
      disablePictureInPicture
      disableRemotePlayback
      aria-hidden
      tabIndex={-1}
      data-testid="live-video"
      onLoadedMetadata={({ currentTarget }) => currentTarget.videoWidth === 0 && fail()}
      onError={fail}
      onEnded={onEnd}
    />
  );
}
