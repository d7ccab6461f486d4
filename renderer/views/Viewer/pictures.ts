// Renderer: pictures of the viewer and its neighbours, loaded and decoded before they are shown, so that
// going to the next one swaps finished elements and nothing flickers.

import { decodeScaled, targetFor } from './scaled.js';
import type { Size } from './zoom.js';

export interface Picture {
  /** To be shown when the state is `ready`. */
  element: HTMLImageElement | HTMLCanvasElement;
  state: 'loading' | 'ready' | 'failed';
  /** Fulfils in any case, when `state` is final. */
  readonly settled: Promise<void>;
}

/** Decoded photos are large: a 24-megapixel one takes 96 MB, unless it is made as large as the screen. */
const KEPT = 4;

export class Pictures {
  private readonly byUrl = new Map<string, Picture & { readonly ending: AbortController }>();

  constructor(private readonly kept = KEPT) {}

  /**
   * The picture of a URL; begins to load it if need be. With the `size` that the photo is known to have (upright, pixels) a
   * large one may have only as many pixels as the screen. `instead`: what is shown when it cannot be decoded.
   */
  get(url: string, size: Size | null = null, instead = url): Picture {
    const known = this.byUrl.get(url);
    if (known !== undefined) {
      // Most recently used last.
      this.byUrl.delete(url);
      this.byUrl.set(url, known);
      return known;
    }
    const ending = new AbortController();
    const target = size && targetFor(size);
    const loading = target ? this.loadScaled(url, target, ending.signal) : load(url, ending.signal);
    const loaded = instead === url ? loading : loading.catch(() => load(instead, ending.signal));
    const picture = {
      element: new Image() as Picture['element'],
      state: 'loading' as Picture['state'],
      ending,
      settled: loaded.then(
        (element) => {
          picture.element = element;
          picture.state = 'ready';
        },
        () => {
          picture.state = 'failed';
          // What fails now may work later: the file may still be copied, or main may be making it.
          if (this.byUrl.get(url) === picture) this.byUrl.delete(url);
        },
      ),
    };
    this.byUrl.set(url, picture);
    for (const [old, unused] of this.byUrl) {
      if (this.byUrl.size <= this.kept) break;
      this.byUrl.delete(old);
      if (unused.element.isConnected) continue;
      unused.ending.abort();
      if (unused.element instanceof HTMLImageElement) unused.element.src = '';
    }
    return picture;
  }

  /** What cannot be made smaller is shown as it is, also a damaged photo, of which a part can be seen. */
  private async loadScaled(url: string, target: Size, signal: AbortSignal): Promise<Picture['element']> {
    try {
      return await decodeScaled(url, target, signal);
    } catch {
      return load(url, signal);
    }
  }
}

async function load(url: string, signal: AbortSignal): Promise<HTMLImageElement> {
  signal.throwIfAborted();
  const element = new Image();
  element.decoding = 'sync';
  element.draggable = false;
  element.src = url;
  signal.addEventListener('abort', () => !element.isConnected && (element.src = ''), { once: true });
  await element.decode();
  return element;
}
