// Renderer: a video in the viewer, played by the window itself where it can.

import { useEffect, useImperativeHandle, useRef, useState, type Ref, type RefObject } from 'react';
import { texts } from '../../texts.js';
import type { Subject } from './subject.js';
import { Unshowable } from './Unshowable.js';
import styles from './Viewer.module.css';

/** What keys of the viewer do with the video. */
export interface VideoHandle {
  togglePlay(): void;
  /** Seconds, negative to go back. */
  seekBy(seconds: number): void;
  /** One picture on or back. */
  step(direction: -1 | 1): void;
  toggleMute(): void;
}

/** Volume goes with the person from one video to the next. */
export interface Sound {
  volume: number;
  muted: boolean;
}

interface VideoStageProps {
  readonly subject: Subject;
  readonly soundRef: RefObject<Sound>;
  readonly ref: Ref<VideoHandle>;
}

/** Seconds of one picture; the rate of a file is not known here. */
const FRAME = 1 / 30;

export function VideoStage({ subject, soundRef, ref }: VideoStageProps) {
  const element = useRef<HTMLVideoElement>(null);
  const [failed, setFailed] = useState(false);
  const [begun, setBegun] = useState(false);
  useEffect(() => {
    const video = element.current;
    if (video === null) return;
    video.src = subject.url;
    video.volume = soundRef.current.volume;
    video.muted = soundRef.current.muted;
    // Autoplay may be refused; the play button is there then.
    video.play().catch(() => undefined);
    return () => {
      // Ends the request for the rest of the file.
      video.removeAttribute('src');
      video.load();
    };
  }, [soundRef, subject.url]);
  useImperativeHandle(ref, () => {
    const seek = (time: number) => {
      const video = element.current;
      if (video !== null && Number.isFinite(video.duration)) {
        video.currentTime = Math.min(video.duration, Math.max(0, time));
      }
    };
    const now = () => element.current?.currentTime ?? 0;
    return {
      togglePlay: () => {
        const video = element.current;
        if (video?.paused === true) video.play().catch(() => undefined);
        else video?.pause();
      },
      seekBy: (seconds) => seek(now() + seconds),
      step: (direction) => {
        element.current?.pause();
        seek(now() + direction * FRAME);
      },
      toggleMute: () => {
        if (element.current !== null) element.current.muted = !element.current.muted;
      },
    };
  });
  return (
    <div className={styles.stage} data-fit="true">
      {subject.thumbnail !== null && !begun && (
        <img
          className={styles.poster}
          data-failed={failed}
          src={subject.thumbnail}
          alt=""
          draggable={false}
          onError={({ currentTarget }) => (currentTarget.hidden = true)}
        />
      )}
      {failed ? (
        <Unshowable
          item={subject.item}
          title={texts.cannotPlay}
          more={texts.cannotPlayMore}
          action={texts.openInPlayer}
        />
      ) : (
        <video
          ref={element}
          className={styles.video}
          controls
          controlsList="nodownload noremoteplayback"
          disablePictureInPicture
          disableRemotePlayback
          aria-label={subject.name}
          data-testid="viewer-video"
          onError={() => {
            setBegun(false);
            setFailed(true);
          }}
          onLoadedData={() => setBegun(true)}
          // A codec for which there is no decoder plays as sound without a picture.
          onLoadedMetadata={({ currentTarget }) => currentTarget.videoWidth === 0 && setFailed(true)}
          onVolumeChange={({ currentTarget: { volume, muted } }) => (soundRef.current = { volume, muted })}
        />
      )}
    </div>
  );
}
