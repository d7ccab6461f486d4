// Renderer: whether the sound of a video is one that Chromium leaves out without a word: it plays the pictures, and is silent.

import type { Subject } from './subject.js';
import { useDetails } from './useDetails.js';

/** The codecs that Electron's Chromium has decoders for, as metadata names them. */
const HEARD: ReadonlySet<string> = new Set(['aac', 'mp3', 'opus', 'vorbis', 'flac', 'ulaw', 'alaw']);

/** Whether Chromium has no decoder for a sound, by the name of its codec; null: there is none, or nobody knows. */
export const isForeign = (codec: string | null): boolean =>
  codec !== null && !HEARD.has(codec) && !codec.startsWith('pcm');

/** False until it is known. */
export const useForeignSound = (subject: Subject): boolean =>
  isForeign(useDetails(subject).asked.value?.audioCodec ?? null);
