// Renderer: pictures of the viewer and its neighbours, loaded and decoded before they are shown, so that
// going to the next one swaps finished elements and nothing flickers.

import { isLarge } from './large.js';
import type { Size } from './zoom.js';

export interface Picture {
  /** To be shown when the state is `ready`. */
  element: HTMLImageElement;
  state: 'loading' | 'ready' | 'failed';
  /** It is decoded when it is painted, with as many pixels as are painted: what is to be there at once is painted before. */
  readonly large: boolean;
  /** Fulfils in any case, when `state` is final. */
  readonly settled: Promise<void>;
}

/** Decoded photos are large: a 24-megapixel one takes 96 MB, unless it is painted smaller. */
const KEPT = 4;

export class Pictures {
  private readonly byUrl = new Map<string, Picture & { readonly ending: AbortController }>();

  constructor(private readonly kept = KEPT) {}

  /**
   * The picture of a URL; begins to load it if need be. With the `size` that the photo is known to have (upright, pixels) a
   * large one is not decoded as a whole. `instead`: what is shown when it cannot be decoded.
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
    const large = size !== null && isLarge(size);
    const loading = load(url, ending.signal, !large);
    const loaded = instead === url ? loading : loading.catch(() => load(instead, ending.signal));
    const picture = {
      element: new Image(),
      state: 'loading' as Picture['state'],
      large,
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
      unused.element.src = '';
    }
    return picture;
  }
}

/** `decoded`: as a whole, too. Rejects when it is no picture, and when `signal` has ended it. */
async function load(url: string, signal: AbortSignal, decoded = true): Promise<HTMLImageElement> {
  signal.throwIfAborted();
  const element = new Image();
  // What stood there before stays until it is decoded: nothing flickers.
  element.decoding = 'sync';
  element.draggable = false;
  element.src = url;
  signal.addEventListener('abort', () => !element.isConnected && (element.src = ''), { once: true });
  await (decoded ? element.decode() : loadedOnly(element));
  return element;
}

const loadedOnly = (element: HTMLImageElement): Promise<unknown> =>
  new Promise((done, fail) => {
    element.onload = done;
    element.onerror = () => fail(new Error('No picture.'));
  });
