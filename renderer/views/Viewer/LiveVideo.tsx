// Renderer: the moving half of a photo, over the still one, without sound. When it has ended the still is there again.

import { useEffect, useRef, useState } from 'react';
import { playUrl } from '../../state/urls.js';
import { playStream } from './stream.js';
import styles from './Stage.module.css';

interface LiveVideoProps {
  readonly url: string;
  /** Something of it is seen. */
  readonly onBegin: () => void;
  readonly onEnd: () => void;
  /** It cannot be played, or not any further. `reason`: main's sentence, if it has one. */
  readonly onFail: (reason: string | null) => void;
}

export function LiveVideo({ url, onBegin, onEnd, onFail }: LiveVideoProps) {
  const element = useRef<HTMLVideoElement>(null);
  // Phones write codecs that Chromium may not know.
  const [streamed, setStreamed] = useState(false);
  const latest = useRef(onFail);
  useEffect(() => {
    latest.current = onFail;
  });
  useEffect(() => {
    const video = element.current!;
    const end = streamed
      ? playStream(video, {
          urlAt: (seconds) => playUrl(url, seconds),
          duration: 0,
          onFail: (reason) => latest.current(reason),
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
  const fail = () => (streamed ? onFail(null) : setStreamed(true));
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
      onLoadedData={onBegin}
      onError={fail}
      onEnded={onEnd}
    />
  );
}
