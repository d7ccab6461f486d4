// Renderer: starts and ends a video, and what keys do with it.

import { useEffect, useImperativeHandle, useRef, type Ref, type RefObject } from 'react';
import { playUrl } from '../../state/urls.js';
import type { ViewerSettings } from '../../state/viewer-settings.js';
import { playStream } from './stream.js';

/** What is played, and how. */
export interface Source {
  readonly url: string;
  /** The window cannot play the file itself: main makes it playable. */
  readonly streamed: boolean;
  /** Another number begins anew. */
  readonly attempt: number;
  /** Seconds; 0 while unknown. */
  readonly duration: number;
  /** `reason`: main's sentence, if it has one. */
  readonly onFail: (reason: string | null) => void;
}

/** What keys of the viewer do with the video. */
export interface VideoHandle {
  togglePlay(): void;
  /** Seconds, negative to go back. */
  seekBy(seconds: number): void;
  /** One picture on or back. */
  step(direction: -1 | 1): void;
  toggleMute(): void;
  /** By a part of the whole volume, negative for quieter; more of it is heard. Answers what it is now, 0 to 1. */
  changeVolume(by: number): number;
}

/** Seconds of one picture; the rate of a file is not known here. */
const FRAME = 1 / 30;

/** Plays a source with the volume of `sound`; `speed` is times the usual one, also while it plays. */
export function useVideo(
  element: RefObject<HTMLVideoElement | null>,
  { url, streamed, attempt, duration, onFail }: Source,
  sound: Pick<ViewerSettings, 'volume' | 'muted'>,
  speed: number,
  ref: Ref<VideoHandle>,
): void {
  const first = useRef(sound);
  const latest = useRef({ duration, onFail });
  useEffect(() => {
    latest.current = { duration, onFail };
  });
  useEffect(() => {
    const video = element.current;
    if (video === null) return;
    // Loading a file takes the speed back to this one.
    video.defaultPlaybackRate = speed;
    video.playbackRate = speed;
  }, [element, speed]);
  useEffect(() => {
    const video = element.current;
    if (video === null) return;
    const end = streamed
      ? playStream(video, {
          urlAt: (seconds) => playUrl(url, seconds),
          duration: latest.current.duration,
          onFail: (reason) => latest.current.onFail(reason),
        })
      : () => undefined;
    if (!streamed) video.src = url;
    video.volume = first.current.volume;
    video.muted = first.current.muted;
    // Autoplay may be refused; the play button is there then.
    video.play().catch(() => undefined);
    return () => {
      end();
      // Ends the request for the rest of the file.
      video.removeAttribute('src');
      video.load();
    };
  }, [element, url, streamed, attempt]);
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
      changeVolume: (by) => {
        const video = element.current;
        if (video === null) return 0;
        // Whole steps, whatever was chosen by mouse.
        const steps = Math.round((video.volume + by) / Math.abs(by));
        video.volume = Math.min(1, Math.max(0, steps * Math.abs(by)));
        if (by > 0) video.muted = false;
        // What is heard.
        return video.muted ? 0 : video.volume;
      },
    };
  });
}
