// Renderer: a video in the viewer, played by the window itself where it can, and with the help of main where it cannot.

import { useEffect, useRef, useState, type Ref } from 'react';
import { formatOf } from '../../../electron/shared/media.js';
import { useApp } from '../../state/app.js';
import { useSelected, useStore } from '../../state/store.js';
import { useActions } from '../../state/useActions.js';
import { said, texts } from '../../texts.js';
import type { Progress } from './slideshow.js';
import type { Subject } from './subject.js';
import type { QuarterTurns } from './turns.js';
import { Unshowable } from './Unshowable.js';
import { useAway } from './useAway.js';
import { useForeignSound } from './useForeignSound.js';
import { Waiting } from './Waiting.js';
import { usePassage } from './usePassage.js';
import { useResume } from './useResume.js';
import { keysBack } from './useFocusKept.js';
import { useTurned } from './useTurned.js';
import { useVideo, type VideoHandle } from './useVideo.js';
import type { ViewerState } from './viewerState.js';
import { turnedSize, type Size } from './zoom.js';
import styles from './Stage.module.css';

interface VideoStageProps {
  readonly subject: Subject;
  readonly viewer: ViewerState;
  readonly quarterTurns: QuarterTurns;
  /** In a slideshow, where it plays once, from its beginning to its end. */
  readonly showing: boolean;
  /** There the slideshow has nothing else: it plays again and again. */
  readonly alone: boolean;
  /** Tells what has become of the video with this URL. */
  readonly onProgress: (url: string, progress: Progress) => void;
  /** It is what the viewer was opened for. */
  readonly entering: boolean;
  readonly ref: Ref<VideoHandle>;
}

export function VideoStage({
  subject,
  viewer,
  quarterTurns,
  showing,
  alone,
  onProgress,
  entering,
  ref,
}: VideoStageProps) {
  const { url } = subject;
  const { notices } = useApp();
  const actions = useActions();
  const stage = useRef<HTMLDivElement>(null);
  const element = useRef<HTMLVideoElement>(null);
  const [failed, setFailed] = useState(false);
  const [reason, setReason] = useState<string | null>(null);
  // What Chromium does not know by its name is not even tried; of the rest some turns out to have an unknown codec.
  const unknown = formatOf(subject.name)?.display === 'rendition';
  const [failing, setFailing] = useState(unknown);
  // Pictures alone are better than nothing where main cannot make its sound audible.
  const foreign = useForeignSound(subject);
  /** Why there is none: said when the pictures are seen, because they may be unknown as well. */
  const [silent, setSilent] = useState<string | null>(null);
  const forSound = foreign && !failing && silent === null;
  const streamed = failing || forSound;
  const [attempt, setAttempt] = useState(0);
  const [begun, setBegun] = useState(false);
  // Without turns; what the library knows, until the picture itself tells.
  const [size, setSize] = useState<Size>(subject);
  const loop = useSelected(viewer.settings, (now) => now.loop);
  const speed = useStore(viewer.speed);
  const { resume, note } = useResume(element, subject, viewer.positions, !showing);
  const fail = (why: string | null = null) => {
    setBegun(false);
    if (forSound) return setSilent(why === null ? texts.cannotPlayMore : said(why));
    if (!streamed) return setFailing(true);
    setFailed(true);
    setReason(why);
    onProgress(url, 'failed');
  };
  const away = useAway(subject.item) !== null;
  const [wasAway, setWasAway] = useState(away);
  if (away !== wasAway) {
    setWasAway(away);
    if (!away && failed) {
      setFailed(false);
      setFailing(unknown);
      setSilent(null);
      setAttempt(attempt + 1);
    }
  }
  const [wasForSound, setWasForSound] = useState(forSound);
  if (forSound !== wasForSound) {
    setWasForSound(forSound);
    setBegun(false);
  }
  const source = { url, streamed, attempt, duration: subject.duration, onFail: fail };
  useVideo(element, source, viewer.settings.get(), speed, ref);
  const { width, height } = turnedSize(size, quarterTurns);
  usePassage(stage, subject.item, entering, { ratio: width > 0 && height > 0 ? width / height : null });
  useTurned(stage, element, size, quarterTurns, !failed);
  useEffect(() => {
    // One that was paused would hold the slideshow up.
    if (showing) element.current?.play().catch(() => undefined);
  }, [showing]);
  return (
    <div
      ref={stage}
      className={styles.stage}
      data-fit="true"
      data-turned={quarterTurns !== 0}
      aria-busy={!begun && !failed}
    >
      {subject.thumbnail !== null && !begun && (
        <img
          className={styles.poster}
          data-failed={failed}
          src={subject.thumbnail}
          alt=""
          decoding="sync"
          draggable={false}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
            if (size.width === 0) setSize({ width: naturalWidth, height: naturalHeight });
          }}
          onError={({ currentTarget }) => (currentTarget.hidden = true)}
        />
      )}
      {streamed && !begun && !failed && <Waiting />}
      {failed ? (
        <Unshowable
          item={subject.item}
          title={texts.cannotPlay}
          more={reason === null ? texts.cannotPlayMore : said(reason)}
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
          loop={showing ? alone : loop}
          aria-label={subject.name}
          data-testid="viewer-video"
          data-streamed={streamed}
          // What is clicked of the controls would keep every key for itself, Escape as well.
          onFocus={({ currentTarget }) => {
            if (!currentTarget.matches(':focus-visible')) keysBack(currentTarget);
          }}
          onError={() => fail()}
          onLoadedData={() => {
            setBegun(true);
            onProgress(url, 'shown');
            const elsewhere = { label: texts.openInPlayer, run: () => actions.openExternally(subject.item) };
            if (silent !== null && !streamed) notices.show(`${texts.silent} ${silent}`, elsewhere);
          }}
          onLoadedMetadata={({ currentTarget }) => {
            // A codec for which there is no decoder plays as sound without a picture.
            if (currentTarget.videoWidth === 0) return fail();
            setSize({ width: currentTarget.videoWidth, height: currentTarget.videoHeight });
            if (!showing) resume();
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
