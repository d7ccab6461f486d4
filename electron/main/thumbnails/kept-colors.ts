// Runs in main: the ThumbHashes of contents whose thumbnail is not stored any more, so that a tile has something to show until
// there is one again. They are 24 bytes, where a thumbnail is some 30,000: they can stay when it has to go.

/** Contents remembered; with the places they are found by some 100 MB in memory and 34 MB on the disk. */
const MOST = 250_000;

export class KeptColors {
  /** By fingerprint, kept longest first. As text, which takes a third of the memory of an array so small. */
  private readonly texts = new Map<string, string>();

  constructor(private readonly most = MOST) {}

  get size(): number {
    return this.texts.size;
  }

  has(fingerprint: string): boolean {
    return this.texts.has(fingerprint);
  }

  get(fingerprint: string): Uint8Array | undefined {
    const text = this.texts.get(fingerprint);
    return text === undefined ? undefined : bytesOf(text);
  }

  /** Where they are too many, those that were kept first are forgotten. None (a length of 0) is not kept. */
  keep(fingerprint: string, colors: Uint8Array): void {
    if (colors.length === 0) return;
    this.texts.delete(fingerprint);
    this.texts.set(
      fingerprint,
      Buffer.from(colors.buffer, colors.byteOffset, colors.length).toString('latin1'),
    );
    if (this.texts.size <= this.most) return;
    for (const first of this.texts.keys()) return void this.texts.delete(first);
  }

  forget(fingerprint: string): void {
    this.texts.delete(fingerprint);
  }

  clear(): void {
    this.texts.clear();
  }

  /** All of them with their fingerprints, kept longest first. */
  *entries(): Generator<readonly [fingerprint: string, colors: Uint8Array]> {
    for (const [fingerprint, text] of this.texts) yield [fingerprint, bytesOf(text)];
  }
}

/** A copy: small buffers share the memory of others. */
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
