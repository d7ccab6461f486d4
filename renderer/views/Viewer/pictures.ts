// Renderer: pictures of the viewer and its neighbours, loaded and decoded before they are shown, so that
// going to the next one swaps finished elements and nothing flickers.

export interface Picture {
  readonly element: HTMLImageElement;
  state: 'loading' | 'ready' | 'failed';
  /** Fulfils in any case, when `state` is final. */
  readonly settled: Promise<void>;
}

/** Decoded photos are large: a 24-megapixel one takes 96 MB. */
const KEPT = 4;

export class Pictures {
  private readonly byUrl = new Map<string, Picture>();

  /** The picture of a URL; begins to load it if need be. */
  get(url: string): Picture {
    const known = this.byUrl.get(url);
    if (known !== undefined) {
      // Most recently used last.
      this.byUrl.delete(url);
      this.byUrl.set(url, known);
      return known;
    }
    const element = new Image();
    element.decoding = 'sync';
    element.draggable = false;
    element.src = url;
    const picture: Picture = {
      element,
      state: 'loading',
      settled: element.decode().then(
        () => void (picture.state = 'ready'),
        () => {
          picture.state = 'failed';
          // What fails now may work later: the file may still be copied, or main may be making it.
          this.byUrl.delete(url);
        },
      ),
    };
    this.byUrl.set(url, picture);
    for (const [old, { element: unused }] of this.byUrl) {
      if (this.byUrl.size <= KEPT) break;
      this.byUrl.delete(old);
      if (!unused.isConnected) unused.src = '';
    }
    return picture;
  }
}
