// Runs in the library process: camera, lens and place of the files of one root, in memory: a few bytes per file, because
// most files share a few cameras. What files are filtered by, and what the full-text index says of them.

import type { FileId } from '../../shared/contract.js';
import { cameraName, type FacetColumns } from '../../shared/facets.js';
import type { Listing } from '../../shared/listing-table.js';
import type { MediaFacts } from '../metadata/media-facts.js';

type Camera = Pick<MediaFacts, 'make' | 'model' | 'lens'>;

/** What the columns can hold. */
const MOST_CAMERAS = 0xffff;

export class RootFacets {
  /** Camera and lens, joined by a line feed. */
  private readonly texts: string[] = [];
  private readonly indexes = new Map<string, number>();
  /** By file id: 1 + index into `texts`. */
  private camera = new Uint16Array();
  private located = new Uint8Array();
  /** By file id: 1 once it has been entered. */
  private entered = new Uint8Array();

  /** Enters what is known of a file; answers whether its text is another one now. */
  enter(id: FileId, { make, model, lens }: Camera, latitude: number | null): boolean {
    this.reserve(id);
    const before = this.camera[id]!;
    this.camera[id] = this.indexOf(`${cameraName(make, model)}\n${lens ?? ''}`);
    this.located[id] = latitude === null || Number.isNaN(latitude) ? 0 : 1;
    this.entered[id] = 1;
    return this.camera[id] !== before;
  }

  knows(id: FileId): boolean {
    return this.entered[id] === 1;
  }

  /** Camera and lens of a file, for the index. */
  textOf(id: FileId): string {
    const index = this.camera[id] ?? 0;
    return index === 0 ? '' : this.texts[index - 1]!;
  }

  /** Of the files of a listing of which something is known. */
  columns(listing: Listing): FacetColumns {
    const known = listing.id.filter((id) => (this.camera[id] ?? 0) !== 0 || this.located[id] === 1);
    return {
      cameras: this.texts.map((text) => text.slice(0, text.indexOf('\n'))),
      ids: known,
      camera: Uint16Array.from(known, (id) => this.camera[id]!),
      located: Uint8Array.from(known, (id) => this.located[id]!),
    };
  }

  private indexOf(text: string): number {
    if (text === '\n') return 0;
    const known = this.indexes.get(text);
    if (known !== undefined) return known;
    if (this.texts.length >= MOST_CAMERAS) return 0;
    const index = this.texts.push(text);
    this.indexes.set(text, index);
    return index;
  }

  private reserve(id: FileId): void {
    if (id < this.camera.length) return;
    const length = Math.ceil((id + 1) * 1.125) + 256;
    const grow = <T extends Uint8Array | Uint16Array>(old: T, larger: T): T => (larger.set(old), larger);
    this.camera = grow(this.camera, new Uint16Array(length));
    this.located = grow(this.located, new Uint8Array(length));
    this.entered = grow(this.entered, new Uint8Array(length));
  }
}
