// Tests of what becomes of a video that main cannot make playable.

import { afterEach, expect, it, vi } from 'vitest';
import { playStream } from './stream.js';

afterEach(() => void vi.unstubAllGlobals());

it("passes on main's reason", async () => {
  const source = new EventTarget();
  vi.stubGlobal(
    'MediaSource',
    vi.fn(function () {
      return source;
    }),
  );
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:1');
  const answers = [
    new Response('Playing this video needs ffmpeg.', { status: 415 }),
    new Response(null, { status: 500 }),
  ];
  vi.stubGlobal('fetch', () => Promise.resolve(answers.shift()));
  for (const reason of ['Playing this video needs ffmpeg.', null]) {
    const onFail = vi.fn();
    const video = Object.assign(new EventTarget(), { currentTime: 0 }) as unknown as HTMLVideoElement;
    playStream(video, { urlAt: () => 'play://1/1', duration: 0, onFail });
    source.dispatchEvent(new Event('sourceopen'));
    await vi.waitFor(() => expect(onFail.mock.calls).toEqual([[reason]]));
  }
});
