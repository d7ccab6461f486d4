// Renderer: a video in the viewer, played by the window itself where it can, and with the help of main where it cannot.

import { useEffect, useRef, useState, type Ref } from 'react';
import { formatOf } from '../../../electron/shared/media.js';
import { useSelected, useStore } from '../../state/store.js';
import { texts } from '../../texts.js';
import type { Progress } from './slideshow.js';
import type { Subject } from './subject.js';
import { Unshowable } from './Unshowable.js';
import { Waiting } from './Waiting.js';
import { usePassage } from './usePassage.js';
import { useResume } from './useResume.js';
import { useVideo, type VideoHandle } from './useVideo.js';
import type { ViewerState } from './viewerState.js';
import styles from './Viewer.module.css';

interface VideoStageProps {
  readonly subject: Subject;
  readonly viewer: ViewerState;
  /** In a slideshow, where it plays once, from its beginning to its end. */
  readonly showing: boolean;
  /** Tells what has become of the video with this URL. */
  readonly onProgress: (url: string, progress: Progress) => void;
  /** It is what the viewer was opened for. */
  readonly entering: boolean;
  readonly ref: Ref<VideoHandle>;
}

export function VideoStage({ subject, viewer, showing, onProgress, entering, ref }: VideoStageProps) {
  const { url, width, height } = subject;
  const stage = useRef<HTMLDivElement>(null);
  const element = useRef<HTMLVideoElement>(null);
  const [failed, setFailed] = useState(false);
  // What Chromium does not know by its name is not even tried; of the rest some turns out to have an unknown codec.
  const [streamed, setStreamed] = useState(formatOf(subject.name)?.display === 'rendition');
  const [begun, setBegun] = useState(false);
  const loop = useSelected(viewer.settings, (now) => now.loop);
  const speed = useStore(viewer.speed);
  const { resume, note } = useResume(element, subject, viewer.positions, !showing);
  const fail = () => {
    setBegun(false);
    if (!streamed) return setStreamed(true);
    setFailed(true);
    onProgress(url, 'failed');
  };
  const source = { url, streamed, duration: subject.duration, onFail: fail };
  useVideo(element, source, viewer.settings.get(), speed, ref);
  usePassage(stage, subject.item, entering, width > 0 && height > 0 ? width / height : null);
  useEffect(() => {
    // One that was paused would hold the slideshow up.
    if (showing) element.current?.play().catch(() => undefined);
  }, [showing]);
  return (
    <div ref={stage} className={styles.stage} data-fit="true" aria-busy={!begun && !failed}>
      {subject.thumbnail !== null && !begun && (
        <img
          className={styles.poster}
          data-failed={failed}
          src={subject.thumbnail}
          alt=""
          decoding="sync"
          draggable={false}
          onError={({ currentTarget }) => (currentTarget.hidden = true)}
        />
      )}
      {streamed && !begun && !failed && <Waiting />}
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
          // The bar has the speed.
          controlsList="nodownload noremoteplayback noplaybackrate"
          disablePictureInPicture
          disableRemotePlayback
          loop={loop && !showing}
          aria-label={subject.name}
          data-testid="viewer-video"
          data-streamed={streamed}
          onError={fail}
          onLoadedData={() => {
            setBegun(true);
            onProgress(url, 'shown');
          }}
          onLoadedMetadata={({ currentTarget }) => {
            // A codec for which there is no decoder plays as sound without a picture.
            if (currentTarget.videoWidth === 0) fail();
            else if (!showing) resume();
          }}
          onTimeUpdate={() => note(false)}
          onPause={() => note(true)}
          onPlay={() => begun && onProgress(url, 'shown')}
          onEnded={() => onProgress(url, 'ended')}
          onVolumeChange={({ currentTarget: { volume, muted } }) => viewer.settings.change({ volume, muted })}
        />
      )}
    </div>
  );
}
